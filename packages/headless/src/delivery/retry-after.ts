import { remaining } from './retry-policy.js'
import type { Storage } from './storage.js'

/** A server's `Retry-After`: it holds for every tab and over reloads, whoever clears the storage on this page meanwhile. */
export function createHold(key: string, storage: Storage) {
  let heard = ''
  let until = 0

  return {
    /** From now on, for so many ms. */
    begin(ms: number) {
      const at = Date.now()
      storage.set(key, `${at} ${at + ms}`)
    },
    /** When it is over, by the clock that nobody can set. */
    until(): number {
      const now = performance.now()
      const noted = storage.get(key)
      if (noted && noted !== heard) {
        heard = noted
        const [at = 0, end = 0] = noted.split(' ').map(Number)
        until = now + (remaining(at, end, Date.now()) || 0)
      }
      if (noted && until <= now) storage.remove(key)
      return until
    },
  }
}
