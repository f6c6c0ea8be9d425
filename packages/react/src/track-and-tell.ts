import type { OmetriaClient, OmetriaError, Receipt, TrackEvent } from 'ometria-headless'

export interface Told {
  onTracked?: ((receipt: Receipt) => void) | undefined
  onError?: ((error: OmetriaError) => void) | undefined
}

/** Tracks, and tells the callbacks that are there by then. `failed` hears of an error first. */
export function trackAndTell(
  client: OmetriaClient,
  event: TrackEvent,
  latest: { current: Told },
  failed?: (error: OmetriaError) => void,
) {
  client.track(event).then(
    receipt => latest.current.onTracked?.(receipt),
    error => {
      failed?.(error)
      latest.current.onError?.(error)
    },
  )
}
