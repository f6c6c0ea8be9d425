import type { Consent } from 'ometria-headless'
import type { RecordedEvent } from './recorded-event.js'
import type { SeenVisitor } from './visitor.js'

/** What the devtools know of a client. */
export interface Recorded {
  /** Newest first. */
  events: readonly RecordedEvent[]
  /** Where the client posts to. Known by the configuration, or once an event of it stood in storage. */
  endpoint: string | undefined
  visitor: SeenVisitor | undefined
  /** The visitor's word that was chosen in the devtools last. */
  saidHere: Consent | undefined
}

/** Keeps what is known, and tells of changes: once for many, and never while something else renders. */
export function createRecordedStore(endpoint: string | undefined) {
  let recorded: Recorded = { events: [], endpoint, visitor: undefined, saidHere: undefined }
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
