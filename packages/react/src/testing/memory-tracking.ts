import {
  type Consent,
  type OmetriaError,
  OmetriaValidationError,
  type ReadEvent,
  type Receipt,
  readEvent,
  type TrackEvent,
} from 'ometria-headless'
import type { MemoryEndpoint } from './memory-endpoint.js'
import type { MemorySteps } from './memory-steps.js'

interface Held {
  read: ReadEvent
  resolve: (receipt: Receipt) => void
  reject: (error: OmetriaError) => void
}

/** Reads, holds, refuses and delivers events as the real client does, by the visitor's word of the moment. */
export function createMemoryTracking(word: () => Consent, steps: MemorySteps, endpoint: MemoryEndpoint) {
  const held: Held[] = []

  function suppress(event: TrackEvent): Receipt {
    steps.ended(event, 'consent')
    return { status: 'suppressed', reason: 'consent' }
  }

  function read(event: TrackEvent): ReadEvent {
    try {
      return readEvent(event)
    } catch (thrown) {
      if (thrown instanceof OmetriaValidationError) steps.ended(event, 'invalid', thrown)
      throw thrown
    }
  }

  return {
    track(event: TrackEvent) {
      const receipt = new Promise<Receipt>((resolve, reject) => {
        if (word() === 'denied') return resolve(suppress(event))
        const given = read(event)
        if (word() !== 'pending') return resolve(endpoint.deliver(given))
        held.push({ read: given, resolve, reject })
        steps.tell(given.event, { type: 'held' })
      })
      receipt.catch(() => {})
      return receipt
    },

    /** The visitor may have spoken: what was held goes on, or ends. */
    release() {
      const released = word() === 'pending' ? [] : held.splice(0)
      for (const { read, resolve, reject } of released) {
        try {
          resolve(word() === 'granted' ? endpoint.deliver(read) : suppress(read.event))
        } catch (error) {
          reject(error as OmetriaError) // `deliver` throws nothing else
        }
      }
    },

    /** What is held never goes on. */
    forget() {
      held.length = 0
    },
  }
}
