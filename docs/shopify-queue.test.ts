import { createMockOmetria } from 'ometria-mock'
import { createOmetriaWorker } from 'ometria-queue'
import { expect, test, vi } from 'vitest'
import { postgresServer } from '../packages/queue/test/postgres-server.js'
import { signedWebhook } from './test/signed-webhook.js'

const secret = 'shpss_of_this_test'
const order = {
  id: 5678901234001,
  name: '#1001',
  currency: 'GBP',
  presentment_currency: 'GBP',
  taxes_included: true,
  total_price: '49.98',
  line_items: [
    {
      id: 11,
      product_id: 6560241647794,
      title: 'Wrap dress',
      quantity: 2,
      price: '24.99',
      gift_card: false,
      discount_allocations: [],
      tax_lines: [],
    },
  ],
  shipping_lines: [],
}

/** The same order, as the shop's own page reports it to the relay, with its visitor. */
const user = { uid: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', sid: 'f9e8d7c6b5a4039281706f5e4d3c2b1a' }
const reported = {
  scope: 'order',
  action: 'add',
  request_id: 'order-add-5678901234001',
  user,
  data: {
    order_id: '5678901234001',
    order_total: 49.98,
    order_currency: 'GBP',
    order_lines: [{ product_id: '6560241647794', quantity: 2, order_line_total: 49.98 }],
  },
}

test('an order that Shopify tells twice and a page once is delivered once, with its visitor; then it is cancelled', async ({
  onTestFinished,
}) => {
  const store = await postgresServer()
  await store.start()
  onTestFinished(() => store.remove())
  // The examples read their settings when they are loaded, as they would from a server's environment.
  Object.assign(process.env, {
    OMETRIA_QUEUE_URL: store.url,
    SHOPIFY_API_KEY: 'key',
    SHOPIFY_API_SECRET: secret,
    SHOPIFY_APP_HOST: 'hooks.shop.example',
  })
  const { POST } = await import('./examples/shopify/queued-webhook.js')
  const { relay } = await import('./examples/queued-relay.js')
  const { queue } = await import('./examples/queue.js')
  const mock = createMockOmetria()
  const worker = createOmetriaWorker({
    connection: store.url,
    domainKey: 'acme',
    locationKey: 'eu',
    fetch: mock.fetch,
  })
  onTestFinished(async () => {
    await worker.close()
    await queue.close()
  })
  const told = async (topic: string, document: object) =>
    (await POST(signedWebhook('https://hooks.shop.example/', topic, document, secret))).status

  expect([await told('orders/create', order), await told('orders/create', order)]).toEqual([204, 204])
  await expect.poll(() => queue.counts()).toMatchObject({ delayed: 1, delivered: 0 })
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  const body = JSON.stringify(reported)
  const page = new Request('https://shop.example/api/ometria', { method: 'POST', headers, body })
  expect((await relay(page)).status).toBe(202)
  await vi.waitFor(() => expect(mock.events).toMatchObject([{ action: 'add', user }]), { timeout: 10_000 })

  expect(await told('orders/cancelled', { ...order, cancelled_at: '2026-11-02T10:00:00Z' })).toBe(204)
  expect(await told('orders/create', order)).toBe(204)
  await vi.waitFor(() => expect(mock.events.map(({ action }) => action)).toEqual(['add', 'cancel']), {
    timeout: 10_000,
  })
  await expect
    .poll(() => queue.counts(), { timeout: 10_000 })
    .toMatchObject({ waiting: 0, active: 0, delayed: 0, delivered: 2 })
}, 60_000)
