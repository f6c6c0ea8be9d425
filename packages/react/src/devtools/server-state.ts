import type { RecordedEvent } from './recorded-event.js'
import { untilText } from './state-text.js'

/** How the endpoint fares, as far as the events of this page tell. */
export function serverState(events: readonly RecordedEvent[], now: number): string {
  const steps = events.flatMap(({ history }) => history)
  const last = steps.reduce<(typeof steps)[number] | undefined>(
    (latest, step) => (isTelling(step) && step.at >= (latest?.at ?? 0) ? step : latest),
    undefined,
  )
  if (!last) return 'not asked yet'
  if (last.state.is !== 'waiting') return 'answers'
  return `${last.state.error.message} Waits, ${untilText(last.state.retryAt, now)}.`
}

const isTelling = ({ state }: { state: RecordedEvent['state'] }) =>
  state.is === 'waiting' || state.is === 'delivered' || (state.is === 'ended' && state.reason === 'rejected')
