'use client'

import type { Counts } from 'ometria-queue'
import { useEffect, useState } from 'react'

const everyMs = 1_000

/** What waits in the shop's own queue, as it changes. */
export function QueueCounts() {
  const counts = useCounts()
  if (!counts) return <p className="queue-counts">The queue does not answer.</p>
  const { waiting, active, delayed, rejected, delivered } = counts
  return (
    <p className="queue-counts">
      In the queue: <b>{waiting + active + delayed}</b> waiting, <b>{delivered}</b> delivered
      {rejected > 0 && (
        <>
          , <b>{rejected}</b> refused
        </>
      )}
    </p>
  )
}

function useCounts(): Counts | undefined {
  const [counts, setCounts] = useState<Counts | undefined>({
    waiting: 0,
    active: 0,
    delayed: 0,
    rejected: 0,
    delivered: 0,
  })
  useEffect(() => {
    const look = async () => {
      const response = await fetch('/api/queue').catch(() => undefined)
      setCounts(response?.ok ? await response.json() : undefined)
    }
    look()
    const timer = setInterval(look, everyMs)
    return () => clearInterval(timer)
  }, [])
  return counts
}
