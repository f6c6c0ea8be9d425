import { QueryClient } from '@tanstack/react-query'
import {
  type Consent,
  type OmetriaClient,
  type OmetriaError,
  OmetriaRejectedError,
  type User,
} from 'ometria-headless'
import type { ReactNode } from 'react'
import { OmetriaContext } from '../OmetriaContext.js'
import { createMemoryBaskets } from './memory-baskets.js'
import { createMemoryClient } from './memory-client.js'
import type { TrackedEvent } from './memory-endpoint.js'

/** The visitor of a test. */
export interface TestOmetriaOptions {
  /** `'granted'` unless given. `reset` goes back to it. */
  consent?: Consent | undefined
  /** `{ uid: 'test-uid', sid: 'test-sid' }` unless given. */
  user?: User | undefined
}

/** A client in memory, and what was tracked with it. */
export interface TestOmetria {
  /** Stands in for `<OmetriaProvider>` around what is tested. */
  Wrapper: (props: { children?: ReactNode }) => ReactNode
  /** What `useOmetria()` gives. */
  client: OmetriaClient
  /** What was delivered, oldest first. The same array all along. */
  events: TrackedEvent[]
  /** Makes the next event end as rejected. By `OmetriaRejectedError` with status 400, unless given. */
  failNext(error?: OmetriaError): void
  /** Forgets events, orders placed, the basket, events held for consent, and failures to come. Consent is again what it was made with. */
  reset(): void
}

/**
 * Ometria for component tests, in memory: without network, storage, locks and timers. An event stands in `events` when
 * `track` returns. Events are read as the real client reads them, so a wrong one is refused in the test too.
 */
export function createTestOmetria({
  consent = 'granted',
  user = { uid: 'test-uid', sid: 'test-sid' },
}: TestOmetriaOptions = {}): TestOmetria {
  const { client, events, failNext, reset } = createMemoryClient(consent, user)
  // Without end, so that a settled mutation sets no timer, which would keep the test's process.
  const queryClient = new QueryClient({ defaultOptions: { mutations: { gcTime: Number.POSITIVE_INFINITY } } })
  let baskets = createMemoryBaskets(client)
  const value = { client, queryClient, basketTracker: baskets.tracker }

  return {
    // biome-ignore lint/correctness/noComponentHookFactories: one test's kit is made once, as its client is
    Wrapper: ({ children }) => <OmetriaContext.Provider value={value}>{children}</OmetriaContext.Provider>,
    client,
    events,
    failNext: (error = new OmetriaRejectedError(400, { error: 'failNext' })) => failNext(error),
    reset() {
      baskets.forget()
      baskets = createMemoryBaskets(client)
      value.basketTracker = baskets.tracker
      reset()
    },
  }
}
