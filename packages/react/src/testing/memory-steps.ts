import type { Activity, EndReason, OmetriaError, TrackEvent } from 'ometria-headless'

type Step = Activity extends infer Each
  ? Each extends Activity
    ? Omit<Each, 'at' | 'event' | 'request_id'>
    : never
  : never

export type MemorySteps = ReturnType<typeof createMemorySteps>

/** Tells those who subscribed of each step of an event. */
export function createMemorySteps() {
  const listeners = new Set<(activity: Activity) => void>()

  function tell(event: TrackEvent, step: Step) {
    const activity: Activity = { at: Date.now(), event, request_id: event.request_id ?? 'none', ...step }
    for (const listener of [...listeners]) listener(activity)
  }

  return {
    tell,
    ended(event: TrackEvent, reason: EndReason, error?: OmetriaError) {
      tell(event, { type: 'ended', reason, ...(error && { error }) })
    },
    subscribe: (listener: (activity: Activity) => void) => listen(listeners, listener),
  }
}

/** Adds a listener. Gives back what takes the listener out again. */
export function listen<Listener>(to: Set<Listener>, listener: Listener) {
  to.add(listener)
  return () => {
    to.delete(listener)
  }
}
