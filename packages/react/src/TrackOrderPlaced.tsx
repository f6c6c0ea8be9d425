'use client'

import type { Context, OmetriaError, Order, Receipt } from 'ometria-headless'
import { useEffect, useRef } from 'react'
import { contentOf } from './contentOf.js'
import { useOmetriaContext } from './OmetriaContext.js'
import { useLatest } from './useLatest.js'

export interface TrackOrderPlacedProps {
  /** The order, as soon as it is there. */
  order: Order | null | undefined
  context?: Context | undefined
  /** The order was delivered, or was placed already (`duplicate`), or consent is missing (`suppressed`). */
  onTracked?: ((receipt: Receipt) => void) | undefined
  onError?: ((error: OmetriaError) => void) | undefined
}

/** Tracks an order as placed, once for ever, however often its page is rendered, mounted, reloaded or opened. */
export function TrackOrderPlaced(props: TrackOrderPlacedProps) {
  const { client } = useOmetriaContext('<TrackOrderPlaced>')
  const { order } = props
  const latest = useLatest(props)
  const tracked = useRef<string>(undefined)

  useEffect(() => {
    // The client knows an order it has seen. This spares it the asking where React runs an effect again.
    const content = contentOf(order)
    if (!order || tracked.current === content) return
    tracked.current = content
    client.track({ scope: 'order', action: 'add', data: order, context: latest.current.context }).then(
      receipt => latest.current.onTracked?.(receipt),
      error => latest.current.onError?.(error),
    )
  }, [client, order, latest])

  return null
}
