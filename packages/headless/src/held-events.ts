import type { Caller } from './delivery/entry.js'
import type { User } from './events/events.js'
import { kindOf, kinds, turnsToLeave } from './events/kinds.js'
import type { Hit } from './events/request-body.js'

/** An event on its way to the outbox: the hit, the visitor where the shop names one, and the code that tracked it. */
export interface Tracked {
  hit: Hit
  user: User | undefined
  caller: Caller
}

/** Events that wait in memory for the visitor's word, in order. */
export function createHeldEvents(drop: (held: Tracked) => void) {
  let held: Tracked[] = []

  return {
    add: (tracked: Tracked) => held.push(tracked),

    /** Drops events while more wait than may: by kind, and the oldest first. */
    makeRoom(maxEvents: number) {
      for (const turn of turnsToLeave) {
        for (const each of [...held]) {
          if (held.length <= maxEvents) return
          if (kinds[kindOf(each.hit.event)].leaves !== turn) continue
          held = held.filter(other => other !== each)
          drop(each)
        }
      }
    },

    /** Hands all of them over, in order. What is held again meanwhile stays. */
    release(to: (held: Tracked) => void) {
      const released = held
      held = []
      for (const each of released) to(each)
    },
  }
}
