import { readEvent, type TrackEvent } from 'ometria-headless'

/** An event that waits in this browser's storage. `at`: when it was tracked, in ms since 1970. */
export interface StoredEvent {
  endpoint: string
  at: number
  event: TrackEvent
  request_id: string | number
}

/** What waits in localStorage, for whichever account, oldest first. Nothing where storage is blocked. */
export function storedEvents(): StoredEvent[] {
  try {
    return Object.entries(localStorage)
      .flatMap(([key, value]) => readStored(key, String(value)))
      .sort((a, b) => a.at - b.at)
  } catch {
    return []
  }
}

function readStored(key: string, value: string): StoredEvent[] {
  const [, endpoint] = /^ometria\|event\|([^|]+)\|/.exec(key) ?? []
  if (!endpoint) return []
  try {
    const { v, at, hit } = JSON.parse(value)
    if (v !== 1 || !hit || typeof at !== 'number') return []
    const { event } = readEvent(hit)
    return [{ endpoint, at, event, request_id: event.request_id }]
  } catch {
    return []
  }
}
