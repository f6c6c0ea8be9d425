import type { Hit } from './contract.js'

/** How the endpoint misbehaves towards the next events that match. What is left out stays as usual. */
export interface Fault {
  /** The status to answer with. */
  status?: number
  /** The `Retry-After` to send: seconds, or any text as it is. */
  retryAfter?: number | string
  /** The answer's body: a string goes out as it is, everything else as JSON. */
  body?: unknown
  /** Milliseconds before the answer. */
  delay?: number
  /** Never answer. The wait ends with `reset()`, or when the caller or the server gives up. */
  hang?: boolean
  /** Tear the connection down instead of answering. */
  drop?: boolean
  /** Whether the event counts as received all the same. Unless given, it does where the answer is a 2xx. */
  accept?: boolean
  /** How many events it acts on; 1 unless given, `Infinity` for all. */
  times?: number
  /** Which events it acts on; all unless given. */
  when?: (event: Hit) => boolean
}

/** The first fault for this event, with one of its times used up; one that has none left leaves the list. */
export function takeFault(faults: Fault[], event: Hit): Fault | undefined {
  const index = faults.findIndex(fault => fault.when?.(event) ?? true)
  const fault = faults[index]
  if (!fault) return undefined
  const times = (fault.times ?? 1) - 1
  if (times > 0) faults[index] = { ...fault, times }
  else faults.splice(index, 1)
  return fault
}
