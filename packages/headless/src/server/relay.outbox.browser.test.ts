import { createMockOmetria } from 'ometria-mock'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { createOmetriaClient, type TrackEvent } from '../index.js'
import { createOmetriaRelay } from './index.js'

const { user: _, ...event } = basketAdd

test.each([
  ['500', { status: 500 }],
  ['429 with Retry-After', { status: 429, retryAfter: 1 }],
  ['no answer', { hang: true }],
  ['a reset', { drop: true }],
  ['a refusal of the credentials', { status: 401 }],
  ['an answer that is no JSON', { body: 'OK' }],
  ['a page of maintenance', { body: '<html>', accept: false }],
  ['an answer of 20 MB', { body: 'x'.repeat(20_000_000) }],
])('what meets %s behind the relay is delivered once by the outbox', async (_, fault) => {
  const mock = createMockOmetria()
  const relay = createOmetriaRelay({
    domainKey: 'acme',
    locationKey: 'eu',
    fetch: mock.fetch,
    timeoutMs: 300,
  })
  const client = createOmetriaClient({
    endpoint: `/api/ometria?${crypto.randomUUID()}`,
    consent: 'granted',
    // The relay runs in the page; what a browser adds on the way to a server has to be added here.
    fetch: (url, init) => {
      const request = new Request(new URL(String(url), location.href), init)
      const headers = new Headers([...request.headers, ['origin', location.origin]])
      return relay(Object.defineProperty(request, 'headers', { value: headers }))
    },
  })
  mock.faults.push(fault)
  const receipts = await Promise.all([
    client.track({ ...event, request_id: 'r-1' } as TrackEvent), // to TypeScript, JSON's actions are any string
    client.track({ scope: 'view', request_id: 'r-2' }),
  ])
  expect(receipts).toMatchObject([
    { status: 'delivered', request_id: 'r-1' },
    { status: 'delivered', request_id: 'r-2' },
  ])
  expect(mock.events.map(({ request_id }) => request_id).sort()).toEqual(['r-1', 'r-2'])
  expect(mock.rejected).toEqual([])
  client.destroy()
})
