import type { ParsedEvent } from './events.js'
import { turnToLeave } from './kinds.js'

/** Drops events while more wait than may: by kind, and the oldest first. */
export function makeRoom<Waiting extends { event: ParsedEvent }>(
  oldestFirst: { values(): Iterable<Waiting> },
  isFull: () => boolean,
  drop: (waiting: Waiting) => void,
) {
  for (const turn of [1, 2]) {
    for (const waiting of oldestFirst.values()) {
      if (!isFull()) return
      if (turnToLeave[waiting.event.scope] === turn) drop(waiting)
    }
  }
}
