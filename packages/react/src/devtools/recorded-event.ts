import type { Activity, EndReason, OmetriaError, Receipt, TrackEvent } from 'ometria-headless'

/** What has become of an event. `retryAt` in ms since 1970. */
export type State =
  | { is: 'held' }
  | { is: 'queued' }
  | { is: 'sending'; attempt: number }
  | { is: 'waiting'; retryAt: number; error: OmetriaError }
  | { is: 'delivered'; receipt: Receipt }
  | { is: 'ended'; reason: EndReason; error: OmetriaError | undefined }

/** The life of one event, as far as this page saw it. Times in ms since 1970. */
export interface RecordedEvent {
  /** For the page alone: an order that is tracked twice has one `request_id`, and two records. */
  number: number
  event: TrackEvent
  request_id: string | number
  /** An earlier page or another tab tracked it. */
  isFromElsewhere: boolean
  /** Every state, the first one first. */
  history: readonly { at: number; state: State }[]
  state: State
}

/** The state that a step leads to. */
export function stateAfter(activity: Activity): State {
  switch (activity.type) {
    case 'held':
      return { is: 'held' }
    case 'queued':
      return { is: 'queued' }
    case 'attempt':
      return { is: 'sending', attempt: activity.attempt }
    case 'retry':
      return { is: 'waiting', retryAt: activity.retryAt, error: activity.error }
    case 'delivered':
      return { is: 'delivered', receipt: activity.receipt }
    case 'ended':
      return { is: 'ended', reason: activity.reason, error: activity.error }
  }
}

export const isSettled = ({ state }: RecordedEvent) => state.is === 'delivered' || state.is === 'ended'

/** The same event in its next state. */
export const inState = (record: RecordedEvent, at: number, state: State): RecordedEvent => ({
  ...record,
  state,
  history: [...record.history, { at, state }],
})

/** How long the event took from being tracked to being settled, in ms. */
export function tookMs({ history, isFromElsewhere, ...record }: RecordedEvent): number | undefined {
  const [first] = history
  const last = history[history.length - 1]
  const isKnown = isSettled({ history, isFromElsewhere, ...record }) && !isFromElsewhere && history.length > 1
  return isKnown && first && last ? last.at - first.at : undefined
}
