import type { State } from './recorded-event.js'

export type Tone = 'good' | 'bad' | 'wait' | 'quiet'

/** A state in a few words. `now` in ms since 1970. */
export function stateText(state: State, now: number): string {
  switch (state.is) {
    case 'held':
      return 'held for consent'
    case 'queued':
      return 'queued'
    case 'sending':
      return state.attempt > 1 ? `sending, attempt ${state.attempt}` : 'sending'
    case 'waiting':
      return `waiting, ${untilText(state.retryAt, now)}`
    case 'delivered':
      return 'delivered'
    case 'ended':
      return state.reason === 'consent'
        ? 'ended: no consent'
        : state.reason === 'duplicate'
          ? 'duplicate'
          : `ended: ${state.reason}`
  }
}

/** When the next attempt is made. */
export function untilText(at: number, now: number): string {
  const seconds = Math.ceil((at - now) / 1000)
  if (seconds <= 0) return 'tries again now'
  return seconds < 120 ? `tries again in ${seconds} s` : `tries again at ${clock(at)}`
}

/** A time of today, to the second. */
export const clock = (at: number) => new Date(at).toLocaleTimeString('en-GB')

export const duration = (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)

export function toneOf(state: State): Tone {
  if (state.is === 'delivered') return 'good'
  if (state.is === 'waiting' || state.is === 'held') return 'wait'
  if (state.is !== 'ended') return 'quiet'
  return /consent|duplicate|server/.test(state.reason) ? 'quiet' : 'bad'
}
