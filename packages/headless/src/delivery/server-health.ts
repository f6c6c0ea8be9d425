import type { Storage } from './storage.js'

const minute = 60_000

/** A server that answers is noted again after so long, in ms. */
const rewriteMs = 5 * minute
/** What was noted counts for so long, in ms. `failing`: the server answered, but took nothing. `silent`: no answer came. */
const countsForMs = { up: 24 * 60 * minute, failing: 10 * minute, silent: 10 * minute }

type Health = keyof typeof countsForMs

const isHealth = (word: string | undefined): word is Health => word !== undefined && word in countsForMs

/**
 * What became of the last request of this browser, whichever page made it. A page that was just opened has asked nothing
 * yet, but it may already have to leave.
 */
export function createServerHealth(key: string, storage: Storage) {
  let word: Health | undefined
  let notedAt = 0

  const isNews = (next: Health) =>
    word !== next || (next === 'up' && Math.abs(Date.now() - notedAt) > rewriteMs)

  return {
    note(next: Health) {
      if (!isNews(next)) return
      word = next
      notedAt = Date.now()
      storage.set(key, `${word} ${notedAt}`)
    },
    /** `undefined` where nothing is known. What this page saw itself counts first. */
    known(): Health | undefined {
      if (word) return word
      const [stored, at] = (storage.get(key) ?? '').split(' ')
      const counts = isHealth(stored) && Math.abs(Date.now() - Number(at)) < countsForMs[stored]
      return counts ? stored : undefined
    },
  }
}
