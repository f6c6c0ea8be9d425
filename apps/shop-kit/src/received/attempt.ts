/** One request that the mock got, as its stream of events tells it. */
export interface Attempt {
  at: number
  body: unknown
  /** The status that it was answered with, or what happened instead. */
  answer: number | 'hang' | 'drop'
  /** What was wrong with it, if anything was. */
  issues?: string[]
}

/** An attempt, numbered as it arrived. */
export interface Received extends Attempt {
  /** Among all of them: 1, 2, … */
  number: number
  /** Which try it is at sending the same event: 1, 2, … */
  nth: number
  /** Came just now, rather than being told again. */
  fresh: boolean
}

/** Numbers attempts, from 1. */
export function numbering(): (attempt: Attempt) => Received {
  const tries = new Map<unknown, number>()
  let number = 0
  return attempt => {
    const { request_id: id = attempt } = Object(attempt.body) as { request_id?: unknown }
    const nth = (tries.get(id) ?? 0) + 1
    tries.set(id, nth)
    return { ...attempt, number: ++number, nth, fresh: Date.now() - attempt.at < 2_000 }
  }
}
