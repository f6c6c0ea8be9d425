'use client'

import type { Context, OmetriaError, Receipt, ViewEvent } from 'ometria-headless'
import { useEffect } from 'react'
import { contentOf } from './content-of.js'
import { useOmetriaContext } from './OmetriaContext.js'
import { trackAndTell } from './track-and-tell.js'
import { useLatest } from './useLatest.js'

/** What `<TrackView>` takes. */
export interface TrackViewProps {
  /** What was seen: `{ product }`, `{ category }`, `{ page }`. */
  context?: Context | undefined
  /** What else your account knows of such a view. */
  data?: ViewEvent['data']
  /** `'view'` unless given. */
  action?: string | undefined
  /** The view was delivered, or consent is missing (`suppressed`). */
  onTracked?: ((receipt: Receipt) => void) | undefined
  /** The view was not delivered, and will not be. */
  onError?: ((error: OmetriaError) => void) | undefined
}

/** Tracks a view each time that the shopper comes to see this: on mounting, on other content, on coming back. */
export function TrackView(props: TrackViewProps) {
  const { client } = useOmetriaContext('<TrackView>')
  const latest = useLatest(props)
  const { action, data, context } = props
  const content = contentOf([action, data, context])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other content is another view
  useEffect(() => {
    let undone = false
    function track() {
      if (undone) return
      const { action, data, context } = latest.current
      trackAndTell(client, { scope: 'view', action, data, context }, latest)
    }
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && track()

    // StrictMode runs an effect, undoes it and runs it again before any microtask.
    queueMicrotask(track)
    addEventListener('pageshow', comeBack)
    return () => {
      undone = true
      removeEventListener('pageshow', comeBack)
    }
  }, [client, content, latest])

  return null
}
