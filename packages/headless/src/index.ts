export type { Activity, EndReason } from './activity.js'
export { createOmetriaClient, type OmetriaClient } from './client.js'
export type { OmetriaConfig } from './config.js'
export type { Consent, ConsentSource } from './consent.js'
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
export {
  type BasketEvent,
  basketEventSchema,
  type Context,
  contextSchema,
  type Order,
  type OrderEvent,
  type OrderLine,
  orderAddEventSchema,
  orderCancelEventSchema,
  orderEventSchema,
  orderLineSchema,
  orderReturnEventSchema,
  orderSchema,
  type TrackEvent,
  trackEventSchema,
  type User,
  userSchema,
  type ViewEvent,
  viewEventSchema,
} from './events.js'
export type { Receipt } from './receipt.js'
