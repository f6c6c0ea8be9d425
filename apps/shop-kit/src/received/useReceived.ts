'use client'

import { useEffect, useState } from 'react'
import { numbering, type Received } from './attempt.ts'

// More rows than anyone reads would slow the shop down.
const shown = 100

/** The latest that the mock has received, newest first, as it arrives. */
export function useReceived(eventsUrl: string): { received: Received[]; connected: boolean } {
  const [received, setReceived] = useState<Received[]>([])
  const [connected, setConnected] = useState(true)

  useEffect(() => {
    let source: EventSource
    let numbered = numbering()
    function open() {
      source = new EventSource(eventsUrl)
      source.onopen = () => setConnected(true)
      source.onerror = () => setConnected(false)
      // Each connection begins with a reset and tells everything again.
      source.addEventListener('reset', () => {
        numbered = numbering()
        setReceived([])
      })
      source.addEventListener('attempt', ({ data }) => {
        const next = numbered(JSON.parse(data))
        setReceived(received => [next, ...received].slice(0, shown))
      })
    }
    // A page with a connection open may not rest in the back/forward cache.
    const close = () => source.close()
    const reopen = ({ persisted }: PageTransitionEvent) => persisted && open()
    open()
    addEventListener('pagehide', close)
    addEventListener('pageshow', reopen)
    return () => {
      close()
      removeEventListener('pagehide', close)
      removeEventListener('pageshow', reopen)
    }
  }, [eventsUrl])

  return { received, connected }
}
