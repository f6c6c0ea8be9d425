export type { Activity, EndReason } from './activity.js'
export {
  type BasketPlace,
  type BasketTracker,
  createBasketTracker,
  type SeenBasket,
} from './basket/basket-tracker.js'
export type { BasketLine } from './basket/quantities.js'
export { createOmetriaClient, type OmetriaClient } from './client.js'
export type { Account, DeliveryConfig, OmetriaConfig } from './config.js'
export type { Consent, ConsentSource } from './consent/consent.js'
export {
  type Issue,
  OmetriaConfigError,
  OmetriaError,
  type OmetriaErrorCode,
  OmetriaExpiredError,
  OmetriaOverflowError,
  OmetriaRejectedError,
  OmetriaValidationError,
} from './errors.js'
export type {
  BasketEvent,
  Context,
  Order,
  OrderEvent,
  OrderLine,
  TrackEvent,
  User,
  ViewEvent,
} from './events/events.js'
export { type ReadEvent, readEvent } from './events/read-event.js'
export type { AnyFields } from './events/shapes.js'
export type { Receipt } from './receipt.js'
export type { VisitorConfig } from './visitor/cookie-names.js'
