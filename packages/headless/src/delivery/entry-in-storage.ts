import type { Entry } from './entry.js'
import { deliveredUnheard } from './settlement.js'
import type { Storage } from './storage.js'
import { settled, waiting } from './stored-entry.js'

// What becomes of the text of an entry in storage, from its first writing until the outbox settles it.

/** Writes an entry again, since more is known of it. */
export function rewrite(entry: Entry, storage: Storage) {
  entry.stored = waiting(entry)
  storage.set(entry.key, entry.stored)
}

/** Notes when a request went out that may arrive unheard, or that none did; unless another tab ended the event meanwhile. */
export function noteSent(entry: Entry, sentAt: number | undefined, storage: Storage) {
  const isThere = storage.get(entry.key) === entry.stored
  entry.sentAt = sentAt
  if (isThere) rewrite(entry, storage)
}

/** Takes an event out of storage that was given to the network. Another tab may have tracked it, and hears so. */
export function entrust(entry: Entry, storage: Storage) {
  entry.entrusted = true
  if (!entry.caller) storage.publish(entry.key, settled(entry.at, deliveredUnheard))
  storage.remove(entry.key)
}

/** Puts an event back that the network did not take. */
export function takeBack(entry: Entry, storage: Storage) {
  if (entry.entrusted) storage.set(entry.key, entry.stored)
  entry.entrusted = false
}
