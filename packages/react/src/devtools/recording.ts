import type { Activity, Consent, OmetriaClient, OmetriaConfig, TrackEvent } from 'ometria-headless'
import { inState, isSettled, type RecordedEvent, type State, stateAfter } from './recorded-event.js'
import { createRecordedStore } from './recorded-store.js'
import { storedEvents } from './stored-events.js'
import { createVisitorWatch } from './visitor.js'

/** More events than this are not kept. */
const maxEvents = 500

export type Recording = ReturnType<typeof createRecording>

/** One for each client, so that what was seen stays when the devtools are closed, remounted or refreshed. */
const recordings = new WeakMap<OmetriaClient, Recording>()

/** `config`: what the client goes by, where that is known. */
export function recordingOf(client: OmetriaClient, config?: OmetriaConfig): Recording {
  const recording = recordings.get(client) ?? createRecording(client, config)
  recordings.set(client, recording)
  return recording
}

/** Keeps the life of each event of a client, from `start` on. */
function createRecording(client: OmetriaClient, config: OmetriaConfig | undefined) {
  const { snapshot, subscribe, update } = createRecordedStore(configuredEndpoint(config))
  let count = 0
  let isStarted = false
  let hasTracked = false

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

  /** The record that a step belongs to. */
  function recordOf({ event, request_id, ...step }: Activity): RecordedEvent | undefined {
    const open = snapshot().events.filter(record => !isSettled(record))
    const own = open.find(record => record.event === event)
    // Another event may have the same `request_id`: an order that is tracked twice.
    const isNew =
      /held|queued/.test(step.type) || (step.type === 'ended' && /invalid|duplicate/.test(step.reason))
    return own ?? (isNew ? undefined : open.find(record => record.request_id === request_id))
  }

  function hear(activity: Activity) {
    const { at, event, request_id, type } = activity
    hasTracked ||= type !== 'held' && type !== 'ended'
    const state = stateAfter(activity)
    const record = recordOf(activity)
    if (!record) return add(event, request_id, at, state, /attempt|retry|delivered/.test(type))
    const next = { ...inState(record, at, state), event, request_id }
    const endpoint = snapshot().endpoint ?? endpointOf(request_id)
    update({ events: snapshot().events.map(each => (each === record ? next : each)), endpoint })
  }

  function showStored() {
    for (const { endpoint, at, event, request_id } of storedEvents()) {
      add(event, request_id, at, { is: 'queued' }, true)
      update({ endpoint: snapshot().endpoint ?? endpoint })
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
      const watch = createVisitorWatch(client, config)
      const look = () => update({ visitor: watch.look(hasTracked) })
      look()
      client.subscribeUser(look)
      client.subscribe(activity => {
        hear(activity)
        look()
      })
    },
    sayConsent(saidHere: Consent) {
      update({ saidHere })
      client.setConsent(saidHere)
    },
    /** Forgets what is over. What waits stays. */
    clear: () => update({ events: snapshot().events.filter(record => !isSettled(record)) }),
  }
}

/** A path is one of this site. Where keys are given, the address is known with the first event. */
function configuredEndpoint(config: OmetriaConfig | undefined): string | undefined {
  try {
    return config?.endpoint && new URL(config.endpoint, origin).href
  } catch {
    return undefined // The client says what is wrong with it.
  }
}

const endpointOf = (request_id: string | number) =>
  storedEvents().find(stored => stored.request_id === request_id)?.endpoint
