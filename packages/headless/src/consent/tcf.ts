import type { Consent, ConsentSource } from './consent.js'
import { whileFollowed } from './while-followed.js'

/** The part of the CMP API (IAB TCF v2.2) that is used here. */
interface TcfApi {
  (command: 'addEventListener', version: 2, callback: (data: TcData | null, success: boolean) => void): void
  (command: 'removeEventListener', version: 2, callback: () => void, listenerId: number): void
}
interface TcData {
  eventStatus?: string
  listenerId?: number
  gdprApplies?: boolean
  purpose?: { consents?: Record<number, boolean> }
  vendor?: { consents?: Record<number, boolean> }
}

/**
 * Consent by IAB's Transparency and Consent Framework: `granted` where all the purposes are, and the vendor where one
 * is named, or where the platform says that the GDPR does not apply. `pending` until the visitor answered.
 */
export function tcf({
  purposes = [1, 3, 4],
  vendor,
}: {
  /** Default: to store on the device (1), and to build (3) and use (4) a profile for marketing. */
  purposes?: number[]
  /** A vendor's number in the Global Vendor List. */
  vendor?: number
} = {}): ConsentSource {
  let word: Consent = 'pending'
  let connected = false
  let listenerId: number | undefined
  let tell = () => {}

  function hear(data: TcData | null, success: boolean) {
    if (!success || !data) return
    listenerId = data.listenerId
    const before = word
    word = wordOf(data) ?? word
    if (word !== before) tell()
  }

  /** What the platform says; nothing while it asks. */
  function wordOf({ gdprApplies, eventStatus = '', purpose, vendor: vendors }: TcData): Consent | undefined {
    if (gdprApplies === false) return 'granted'
    if (!['tcloaded', 'useractioncomplete'].includes(eventStatus)) return undefined
    const all = purposes.every(id => purpose?.consents?.[id] === true)
    return all && (vendor === undefined || vendors?.consents?.[vendor] === true) ? 'granted' : 'denied'
  }

  /** Whether the platform, or the stub that stands in for it, is there to be listened to. */
  function connect(): boolean {
    try {
      const api = connected ? undefined : tcfApi()
      api?.('addEventListener', 2, hear)
      connected ||= api !== undefined
    } catch {} // a platform that throws has not answered
    return connected
  }

  return {
    get() {
      connect()
      return word
    },
    subscribe: whileFollowed(tellAll => {
      tell = tellAll
      const waiting = new AbortController()
      if (!connect()) {
        // It comes with a script: one that loads, or one further down in the page's own HTML.
        const look = () => connect() && waiting.abort()
        document.addEventListener('load', look, { capture: true, signal: waiting.signal })
        document.addEventListener('DOMContentLoaded', look, { signal: waiting.signal })
      }
      return () => {
        waiting.abort()
        if (listenerId === undefined) return
        tcfApi()?.('removeEventListener', 2, () => {}, listenerId)
        connected = false
        listenerId = undefined
      }
    }),
  }
}

function tcfApi(): TcfApi | undefined {
  const { __tcfapi }: { __tcfapi?: TcfApi } = Object(globalThis)
  return typeof __tcfapi === 'function' ? __tcfapi : undefined
}
