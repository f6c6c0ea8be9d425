import type { Order, QueuedOmetriaServer } from 'ometria-headless/server'

/** What the shop's back end calls when an order was placed. */
export const orderWasPlaced = (ometria: QueuedOmetriaServer, order: Order) =>
  ometria.track({ scope: 'order', action: 'add', data: order }, { fallbackAfterMs: 15 * 60 * 1000 })
