import type { RecordedEvent } from './recorded-event.js'

/** What the devtools know of a client. */
export interface Recorded {
  /** Newest first. */
  events: readonly RecordedEvent[]
  /** Where the client posts to. Known once an event of it stood in storage. */
  endpoint: string | undefined
  /** Why the client can't work at all. */
  fault: string | undefined
}

/** Keeps what is known, and tells of changes: once for many, and never while something else renders. */
export function createRecordedStore() {
  let recorded: Recorded = { events: [], endpoint: undefined, fault: undefined }
  let isTelling = false
  const listeners = new Set<() => void>()

  return {
    snapshot: () => recorded,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    update(change: Partial<Recorded>) {
      recorded = { ...recorded, ...change }
      if (isTelling) return
      isTelling = true
      queueMicrotask(() => {
        isTelling = false
        for (const listener of listeners) listener()
      })
    },
  }
}
