import type { Storage } from './storage.js'

const minute = 60_000

/** The same is noted again after so long, in ms. */
const rewriteMs = 5 * minute
/** That a server took a request counts for so long, in ms. */
const upMs = 24 * 60 * minute
/** That a server failed counts for so long, in ms. */
const downMs = 10 * minute

/** `failing`: the server answered, but took nothing. `silent`: no answer came. */
type Health = 'up' | 'failing' | 'silent'

/**
 * What became of the last request of this browser, whichever page made it. A page that was just opened has asked nothing
 * yet, but it may already have to leave.
 */
export function createServerHealth(key: string, storage: Storage) {
  let word: Health | undefined
  let notedAt = 0
  const age = (at: number) => Math.abs(Date.now() - at)

  return {
    note(next: Health) {
      if (next === word && age(notedAt) < rewriteMs) return
      word = next
      notedAt = Date.now()
      storage.set(key, `${word} ${notedAt}`)
    },
    /** Whether that was the last thing. What this page saw itself counts first. */
    is(asked: Health): boolean {
      if (word) return word === asked
      const [stored, at] = storage.words(key)
      return stored === asked && age(Number(at)) < (asked === 'up' ? upMs : downMs)
    },
  }
}
