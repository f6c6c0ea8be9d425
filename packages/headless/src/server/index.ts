export {
  type Issue,
  OmetriaConfigError,
  OmetriaError,
  type OmetriaErrorCode,
  OmetriaRejectedError,
  OmetriaValidationError,
} from '../errors.js'
export type { Order, OrderLine, TrackEvent, User } from '../events/events.js'
export type { Receipt } from '../receipt.js'
export {
  createOmetriaServer,
  type OmetriaServer,
  type OmetriaServerConfig,
  type RetryConfig,
  type ServerEvent,
} from './ometria-server.js'
export { createOmetriaRelay } from './relay.js'
export type { ReportableEvent } from './relay-reportable.js'
export type { OmetriaRelayConfig } from './relay-settings.js'
