/**
 * The life of a client. `made`: nothing has begun, as React may throw a render away. `live`: it listens and sends.
 * `destroyed`: it let go of everything; an event that is tracked all the same makes it live again.
 */
type State = 'made' | 'live' | 'destroyed'

/** Begins and ends what a client does by itself. `begin` gives back what ends it. */
export function createLife(begin: () => () => void) {
  let state = 'made' as State // which other functions change
  let end: (() => void) | undefined

  return {
    isMade: () => state === 'made',
    begin() {
      if (state === 'live') return
      // First, because what begins may call back.
      state = 'live'
      const ending = begin()
      if (state === 'live') end = ending
      else ending()
    },
    end() {
      state = 'destroyed'
      end?.()
      end = undefined
    },
  }
}
