import { storeDown, storeTimeoutMs, within } from './within.js'

/** How many calls may be without an answer for too long before others are refused at once: each of them is kept in memory. */
const maxOverdue = 100

/** Lets a store take 5 s for each call. */
export function createTimeLimit<Input, Output>(call: (input: Input) => Promise<Output>) {
  let overdue = 0

  return async (input: Input): Promise<Output> => {
    if (overdue >= maxOverdue) throw storeDown()
    const answer = call(input)
    const timer = setTimeout(() => {
      overdue++
      const settled = () => {
        overdue--
      }
      answer.then(settled, settled)
    }, storeTimeoutMs)
    try {
      return await within(answer)
    } finally {
      clearTimeout(timer)
    }
  }
}
