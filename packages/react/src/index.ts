export type {
  Activity,
  BasketEvent,
  BasketLine,
  Consent,
  ConsentSource,
  Context,
  EndReason,
  Issue,
  OmetriaClient,
  OmetriaConfig,
  OmetriaErrorCode,
  Order,
  OrderEvent,
  OrderLine,
  Receipt,
  TrackEvent,
  User,
  ViewEvent,
} from 'ometria-headless'
export {
  createOmetriaClient,
  OmetriaConfigError,
  OmetriaError,
  OmetriaExpiredError,
  OmetriaOverflowError,
  OmetriaRejectedError,
  OmetriaValidationError,
} from 'ometria-headless'
export { OmetriaProvider, type OmetriaProviderProps } from './OmetriaProvider.js'
export { TrackOrderPlaced, type TrackOrderPlacedProps } from './TrackOrderPlaced.js'
export { TrackView, type TrackViewProps } from './TrackView.js'
export { useOmetria } from './useOmetria.js'
export { useOmetriaUser } from './useOmetriaUser.js'
export { type UseTrackBasketOptions, type UseTrackBasketResult, useTrackBasket } from './useTrackBasket.js'
export { type UseTrackBasketLinesOptions, useTrackBasketLines } from './useTrackBasketLines.js'
export { type UseTrackOrderOptions, type UseTrackOrderResult, useTrackOrder } from './useTrackOrder.js'
export { type UseTrackViewOptions, type UseTrackViewResult, useTrackView } from './useTrackView.js'
