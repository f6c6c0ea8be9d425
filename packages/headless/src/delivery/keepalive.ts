import type { Entry } from './entry.js'

/** All keepalive bodies in flight share 64 KiB (Fetch standard). The difference is left to the rest of the page. */
const keepaliveBytes = 60 * 1024

/** How many bytes of keepalive are left beside what is in flight. */
export function keepaliveRoom(entries: Iterable<Entry>): number {
  let room = keepaliveBytes
  for (const { flight } of entries) room -= flight?.keepalive ?? 0
  return room
}

/**
 * Whether a request outlives its page for certain. A browser without keepalive (Firefox before 133) ends the request, and
 * a `fetch` of the shop's own may leave the option out.
 */
export const outlivesThePage = (shopsOwnFetch: unknown) =>
  shopsOwnFetch === undefined && typeof Request === 'function' && 'keepalive' in Request.prototype
