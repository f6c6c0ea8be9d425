'use client'

import type { Context, OmetriaError, Order, Receipt } from 'ometria-headless'
import { useEffect, useRef } from 'react'
import { contentOf } from './content-of.js'
import { useOmetriaContext } from './OmetriaContext.js'
import { trackAndTell } from './track-and-tell.js'
import { useLatest } from './useLatest.js'

/** What `<TrackOrderPlaced>` takes. */
export interface TrackOrderPlacedProps {
  /** The order, as soon as it is there. */
  order: Order | null | undefined
  /** Where the order was placed. */
  context?: Context | undefined
  /** The order was delivered, or was placed already (`duplicate`), or consent is missing (`suppressed`). */
  onTracked?: ((receipt: Receipt) => void) | undefined
  /** The order was not delivered, and will not be by itself. */
  onError?: ((error: OmetriaError) => void) | undefined
}

/** Tracks an order as placed, once for ever, however often its page is rendered, mounted, reloaded or opened. */
export function TrackOrderPlaced(props: TrackOrderPlacedProps) {
  const { client } = useOmetriaContext('<TrackOrderPlaced>')
  const { order } = props
  const latest = useLatest(props)
  const tracked = useRef<string>(undefined)

  useEffect(() => {
    const content = contentOf(order)
    // An order is placed with one account: a provider that changes to another account sends nothing again.
    if (!order || tracked.current === content) return
    tracked.current = content
    const { context } = latest.current
    const event = { scope: 'order', action: 'add', data: order, context } as const
    trackAndTell(client, event, latest, ({ code }) => {
      // The client could not work. The order waits for one that can.
      if (code === 'config') tracked.current = undefined
    })
  }, [client, order, latest])

  return null
}
