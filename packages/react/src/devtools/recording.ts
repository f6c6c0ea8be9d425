import {
  type Activity,
  type OmetriaClient,
  OmetriaConfigError,
  readEvent,
  type TrackEvent,
} from 'ometria-headless'
import { inState, isSettled, type RecordedEvent, type State, stateAfter } from './recorded-event.js'
import { createRecordedStore } from './recorded-store.js'
import { storedEvents } from './stored-events.js'

/** More events than this are not kept. */
const maxEvents = 500

export type Recording = ReturnType<typeof createRecording>

/** One for each client, so that what was seen stays when the devtools are closed, remounted or refreshed. */
const recordings = new WeakMap<OmetriaClient, Recording>()

export function recordingOf(client: OmetriaClient): Recording {
  const recording = recordings.get(client) ?? createRecording(client)
  recordings.set(client, recording)
  return recording
}

/** Keeps the life of each event of a client, from `start` on. */
function createRecording(client: OmetriaClient) {
  const { snapshot, subscribe, update } = createRecordedStore()
  let count = 0
  let isStarted = false

  function add(
    event: TrackEvent,
    request_id: string | number,
    at: number,
    state: State,
    isFromElsewhere = false,
  ) {
    const history = [{ at, state }]
    const record: RecordedEvent = { number: ++count, event, request_id, isFromElsewhere, history, state }
    update({ events: [record, ...snapshot().events].slice(0, maxEvents) })
  }

  function hear(activity: Activity) {
    const { at, event, request_id, type } = activity
    const state = stateAfter(activity)
    const { events, endpoint } = snapshot()
    const record = recordOf(events, activity)
    if (!record) return add(event, request_id, at, state, type !== 'queued' && type !== 'ended')
    const next = { ...inState(record, at, state), event, request_id }
    update({
      events: events.map(each => (each === record ? next : each)),
      endpoint: endpoint ?? endpointOf(request_id),
    })
  }

  function hold(given: TrackEvent) {
    try {
      const { event } = readEvent(given)
      add(event, event.request_id, Date.now(), { is: 'held' })
    } catch {} // It was refused, and the client has told so.
  }

  function showStored() {
    for (const { endpoint, at, event, request_id } of storedEvents()) {
      add(event, request_id, at, { is: 'queued' }, true)
      update({ endpoint })
    }
  }

  return {
    snapshot,
    subscribe,
    /** Begins to listen. Once for ever: listening costs nothing where nobody looks. */
    start() {
      if (isStarted) return
      isStarted = true
      showStored()
      client.subscribe(hear)
      watchTrack(client, hold, fault => update({ fault }))
    },
    /** Forgets what is over. What waits stays. */
    clear: () => update({ events: snapshot().events.filter(record => !isSettled(record)) }),
  }
}

/** The client tells nothing of what it holds for consent, nor of a configuration that can't work. */
function watchTrack(
  client: OmetriaClient,
  held: (event: TrackEvent) => void,
  unusable: (fault: string) => void,
) {
  const { track } = client
  client.track = event => {
    const receipt = track.call(client, event)
    if (client.getConsent() === 'pending') held(event)
    receipt.catch(error => {
      if (error instanceof OmetriaConfigError) unusable(error.message)
    })
    return receipt
  }
}

/** The record that a step belongs to. */
function recordOf(events: readonly RecordedEvent[], activity: Activity): RecordedEvent | undefined {
  // An event that never was in the outbox is its own, even where another has the same `request_id`.
  const isOutside = activity.type === 'ended' && /invalid|duplicate/.test(activity.reason)
  const isOwn = (record: RecordedEvent) => record.request_id === activity.request_id && !isSettled(record)
  const own = isOutside ? undefined : events.find(record => isOwn(record) && record.state.is !== 'held')
  if (own) return own
  // Consent was given or denied: what was held goes on, the oldest first.
  const content = contentOf(activity.event)
  return events.findLast(({ state, event }) => state.is === 'held' && contentOf(event) === content)
}

const endpointOf = (request_id: string | number) =>
  storedEvents().find(stored => stored.request_id === request_id)?.endpoint

/** What an event says, in whichever form it was given. */
function contentOf({ scope, action, data }: TrackEvent): string | undefined {
  try {
    return JSON.stringify([scope, action, data])
  } catch {
    return undefined
  }
}
