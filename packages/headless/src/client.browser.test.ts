import { createMockOmetria } from 'ometria-mock'
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { createOmetriaClient, type TrackEvent } from './index.js'

test('delivers an order once', async () => {
  const mock = createMockOmetria()
  const activity: string[] = []
  const client = createOmetriaClient({
    endpoint: 'http://localhost:1/api/track',
    consent: 'granted',
    fetch: (url, init) => mock.fetch(new Request(url, init)),
    onError: e => activity.push(e.message),
  })
  client.subscribe(a => activity.push(a.type))
  const r = await Promise.all([client.track(orderAdd as TrackEvent), client.track(orderAdd as TrackEvent)])
  expect(r).toEqual([
    { status: 'delivered', request_id: 'order-add-ABC-123', response: { request_id: 'order-add-ABC-123' } },
    { status: 'duplicate', request_id: 'order-add-ABC-123' },
  ])
  expect(activity).toEqual(['queued', 'ended', 'attempt', 'delivered'])
  expect(mock.events).toEqual([
    {
      ...orderAdd,
      request_id: 'order-add-ABC-123',
      user: client.getUser(),
      context: { page_url: location.href, user_agent: navigator.userAgent },
    },
  ])
  console.log(JSON.stringify(Object.entries(localStorage)), document.cookie)
})
