export {
  type Issue,
  OmetriaConfigError,
  OmetriaError,
  type OmetriaErrorCode,
  OmetriaRejectedError,
  OmetriaValidationError,
} from '../errors.js'
export type { Order, OrderLine, TrackEvent, User } from '../events/events.js'
export {
  createOmetriaServer,
  type OmetriaServer,
  type OmetriaServerConfig,
  type QueuedOmetriaServer,
  type QueuedTrackOptions,
  type ServerEvent,
  type ServerReceipt,
} from './ometria-server.js'
export type { OmetriaQueue, QueuedHit } from './queue.js'
export { createOmetriaRelay } from './relay.js'
export type { ReportableEvent } from './relay-reportable.js'
export type { OmetriaRelayConfig } from './relay-settings.js'
export type { RetryConfig } from './send-with-retry.js'
export { createUpstream, type Upstream, type UpstreamAnswer } from './upstream.js'
