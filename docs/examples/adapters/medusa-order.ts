import { type MedusaOrder, orderFromMedusa } from 'ometria-adapters/medusa'
import { ometria } from '../ometria-server.js'

export const orderWasPlaced = (order: MedusaOrder) =>
  ometria.track({ scope: 'order', action: 'add', data: orderFromMedusa(order) })
