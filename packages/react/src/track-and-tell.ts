import type { OmetriaClient, OmetriaError, Receipt, TrackEvent } from 'ometria-headless'

export interface Told {
  onTracked?: ((receipt: Receipt) => void) | undefined
  onError?: ((error: OmetriaError) => void) | undefined
}

/** Tracks, and tells whoever is to be told by then. */
export function trackAndTell(client: OmetriaClient, event: TrackEvent, latest: { current: Told }) {
  client.track(event).then(
    receipt => latest.current.onTracked?.(receipt),
    error => latest.current.onError?.(error),
  )
}
