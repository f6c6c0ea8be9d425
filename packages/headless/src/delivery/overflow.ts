import { makeRoom } from '../events/make-room.js'
import type { Outbox } from './outbox.js'

/** The most that may wait, in characters, of the five million that browsers give a site. */
const maxCharacters = 2_000_000

/** Drops events while more wait than may. What is under way stays. */
export function dropOverflow({ entries, settle }: Outbox, maxEvents: number) {
  let characters = 0
  for (const { stored } of entries.values()) characters += stored.length
  const isFull = () => entries.size > maxEvents || characters > maxCharacters
  makeRoom(entries, isFull, entry => {
    if (entry.flight) return
    characters -= entry.stored.length
    settle(entry, { as: 'overflow' })
  })
}
