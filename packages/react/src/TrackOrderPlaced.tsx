'use client'

import type { Context, OmetriaClient, OmetriaError, Order, Receipt } from 'ometria-headless'
import { useEffect, useRef } from 'react'
import { contentOf } from './content-of.js'
import { useOmetriaContext } from './OmetriaContext.js'
import { trackAndTell } from './track-and-tell.js'
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
  const tracked = useRef<[client: OmetriaClient, order: string]>(undefined)

  useEffect(() => {
    // The client knows an order it has seen. This spares it the asking where React runs an effect again.
    const content = contentOf(order)
    const [by, before] = tracked.current ?? []
    if (!order || (by === client && before === content)) return
    tracked.current = [client, content]
    const { context } = latest.current
    trackAndTell(client, { scope: 'order', action: 'add', data: order, context }, latest)
  }, [client, order, latest])

  return null
}
