import type { RecordedEvent } from './recorded-event.js'
import { clock, untilText } from './state-text.js'

/**
 * Whether the endpoint may be asked, and why not, as far as the events of this page tell. `askedToWait`: until when the
 * server itself has asked to wait.
 */
export function serverState(events: readonly RecordedEvent[], askedToWait: number, now: number): string {
  const steps = events.flatMap(({ history }) => history)
  const last = steps.reduce<(typeof steps)[number] | undefined>(
    (latest, step) => (isTelling(step) && step.at >= (latest?.at ?? 0) ? step : latest),
    undefined,
  )
  const why = last?.state.is === 'waiting' ? last.state.error.message : ''
  if (askedToWait > now) return `asked to wait until ${clock(askedToWait)}. ${why}`.trim()
  if (last?.state.is === 'waiting') return `${untilText(last.state.retryAt, now)}. ${why}`
  return last ? `open, it answered at ${clock(last.at)}` : 'not asked yet'
}

const isTelling = ({ state }: { state: RecordedEvent['state'] }) =>
  state.is === 'waiting' || state.is === 'delivered' || (state.is === 'ended' && state.reason === 'rejected')
