import type { Storage } from './storage.js'

const minute = 60_000

/** A server that answers is noted again after so long, in ms. */
const rewriteMs = 5 * minute
/** What was noted counts for so long, in ms. */
const countsForMs = { up: 24 * 60 * minute, down: 10 * minute }

/**
 * Whether the server answered the last request of this browser, whichever page made it. A page that was just opened has
 * asked nothing yet, but it may already have to leave.
 */
export function createServerHealth(key: string, storage: Storage) {
  let word: keyof typeof countsForMs | undefined
  let notedAt = 0

  const isNews = (next: typeof word) =>
    word !== next || (next === 'up' && Math.abs(Date.now() - notedAt) > rewriteMs)

  return {
    note(next: 'up' | 'down') {
      if (!isNews(next)) return
      word = next
      notedAt = Date.now()
      storage.set(key, `${word} ${notedAt}`)
    },
    /** `undefined` where nothing is known. What this page saw itself counts first. */
    known(): 'up' | 'down' | undefined {
      if (word) return word
      const [stored, at] = (storage.get(key) ?? '').split(' ')
      const last = stored === 'up' || stored === 'down' ? stored : undefined
      return last && Math.abs(Date.now() - Number(at)) < countsForMs[last] ? last : undefined
    },
  }
}
