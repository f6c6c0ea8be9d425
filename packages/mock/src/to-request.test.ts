import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { createMockOmetria } from './mock.js'

const address = 'https://mock.test/api/track'
const init = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(orderCancel),
}

test.each<[string, ...Parameters<typeof fetch>]>([
  ['an address as text', address, init],
  ['a URL', new URL(address), init],
  ['a path, where there is no page', '/api/track', init],
  ['a request', new Request(address, init)],
  ['a request, and what is to be otherwise', new Request(address, { ...init, body: '{}' }), init],
  ['an address, and a request in the place of init', '/api/track', new Request('https://shop.test', init)],
])('takes what fetch takes: %s', async (_, ...call) => {
  const mock = createMockOmetria()
  const fetchIt: typeof fetch = mock.fetch
  expect((await fetchIt(...call)).status).toBe(200)
  expect(mock.events).toEqual([orderCancel])
})

const aborted = () => AbortSignal.abort(new Error('given up'))

test.each<[string, ...Parameters<typeof fetch>]>([
  ['of init', address, { ...init, signal: aborted() }],
  ['of a request', new Request(address, { ...init, signal: aborted() })],
  ['of a request with an init', new Request(address, { ...init, signal: aborted() }), { method: 'POST' }],
])('a signal %s that is over already ends the call before anything arrives', async (_, ...call) => {
  const mock = createMockOmetria()
  await expect(mock.fetch(...call)).rejects.toThrow('given up')
  expect(mock.attempts).toEqual([])
})
