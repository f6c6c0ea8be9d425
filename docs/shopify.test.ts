import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { signedWebhook } from './test/signed-webhook.js'

// The examples read their settings when they are loaded, as they would from a server's environment.
const secret = 'shpss_of_this_test'
Object.assign(process.env, {
  OMETRIA_DOMAIN_KEY: 'acme',
  OMETRIA_LOCATION_KEY: 'eu',
  SHOPIFY_API_KEY: 'key',
  SHOPIFY_API_SECRET: secret,
  SHOPIFY_APP_HOST: 'hooks.shop.example',
  SHOPIFY_SHOP: 'acme.myshopify.com',
  SHOPIFY_STOREFRONT_TOKEN: 'token',
})

const user = { uid: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', sid: 'f9e8d7c6b5a4039281706f5e4d3c2b1a' }
const mock = createMockOmetria()
/** What Shopify's cart holds; its Storefront API sets it. */
let cart: { key: string; value: string }[] = []
let route: string
const closing: (() => Promise<void>)[] = []

const serve = async (handler: (request: Request) => Response | Promise<Response>) => {
  const server = createServer(getRequestListener(handler)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => void (await once(server.close(), 'close')))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // not a pipe's name, since it listens on a port
}

beforeAll(async () => {
  const { POST } = await import('./examples/shopify/direct-webhook.js')
  route = await serve(POST)
  const ometria = await listen(mock)
  closing.push(() => ometria.close())
  const shop = await serve(async request => {
    cart = (await request.json()).variables.attributes
    return Response.json({ data: { cartAttributesUpdate: { userErrors: [] } } })
  })
  const direct = globalThis.fetch
  vi.stubGlobal('fetch', (url: string | URL | Request, init?: RequestInit) => {
    const there = String(url)
      .replace('https://acme.store-eu.ometria.services', ometria.url)
      .replace('https://acme.myshopify.com', shop)
    return direct(url instanceof Request ? url : there, init)
  })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  for (const close of closing) await close()
})
beforeEach(() => mock.reset())

const deliver = async (topic: string, document: object, key = secret) =>
  (await fetch(signedWebhook(`${route}/webhooks/shopify`, topic, document, key))).status

/** The order that Shopify makes of the cart: its attributes are the order's notes. */
const placed = () => ({
  id: 5678901234001,
  name: '#1001',
  currency: 'GBP',
  presentment_currency: 'GBP',
  taxes_included: true,
  total_price: '54.97',
  total_tax: '9.16',
  customer: { id: 706405506930 },
  note_attributes: cart.map(({ key, value }) => ({ name: key, value })),
  line_items: [
    {
      id: 11,
      product_id: 6560241647794,
      variant_id: 39380778287282,
      sku: 'DRESS-10',
      title: 'Wrap dress',
      quantity: 2,
      price: '24.99',
      gift_card: false,
      discount_allocations: [],
      tax_lines: [{ price: '8.33' }],
    },
  ],
  shipping_lines: [{ price: '4.99', discount_allocations: [], tax_lines: [{ price: '0.83' }] }],
})

const refund = () => ({
  id: 929361464,
  order_id: 5678901234001,
  refund_line_items: [{ quantity: 1, restock_type: 'return', line_item: placed().line_items[0] }],
})

test('an order comes from Shopify with the visitor that the storefront put into the cart', async () => {
  const { putVisitorInCart } = await import('./examples/shopify/visitor-in-cart.js')
  await putVisitorInCart('gid://shopify/Cart/1', user)

  expect(await deliver('orders/create', placed())).toBe(204)

  expect(mock.rejected).toEqual([])
  expect(mock.events).toMatchObject([
    {
      scope: 'order',
      action: 'add',
      request_id: 'order-add-5678901234001',
      user,
      data: {
        order_id: '5678901234001',
        user_id: '706405506930',
        order_total: 54.97,
        order_shipping: 4.99,
        order_currency: 'GBP',
        order_lines: [
          { product_id: '6560241647794', variant_id: '39380778287282', quantity: 2, order_line_total: 49.98 },
        ],
      },
    },
  ])
})

test('an order of nobody, as without consent, comes without a visitor', async () => {
  const { putVisitorInCart } = await import('./examples/shopify/visitor-in-cart.js')
  await putVisitorInCart('gid://shopify/Cart/1', null)
  expect(await deliver('orders/create', placed())).toBe(204)
  expect(mock.events).toHaveLength(1)
  expect(mock.events[0]).not.toHaveProperty('user')
})

test('nothing that Shopify did not sign gets through', async () => {
  expect(await deliver('orders/create', placed(), 'another secret')).toBe(401)
  expect(mock.attempts).toEqual([])
})

test.each([
  ['orders/create', placed, 'order-add-5678901234001'],
  [
    'orders/cancelled',
    () => ({ ...placed(), cancelled_at: '2026-11-02T10:00:00Z' }),
    'order-cancel-5678901234001',
  ],
  ['refunds/create', refund, 'order-return-929361464'],
])('%s told twice is one event: both name themselves the same', async (topic, document, request_id) => {
  expect([await deliver(topic, document()), await deliver(topic, document())]).toEqual([204, 204])
  expect(mock.rejected).toEqual([])
  expect(new Set(mock.events.map(event => event.request_id))).toEqual(new Set([request_id]))
})

test('what came back is returned, and money alone is no return', async () => {
  expect(await deliver('refunds/create', refund())).toBe(204)
  expect(await deliver('refunds/create', { ...refund(), id: 2, refund_line_items: [] })).toBe(204)
  expect(mock.events).toMatchObject([
    {
      action: 'return',
      data: { order_id: '5678901234001', order_lines: [{ product_id: '6560241647794', quantity: 1 }] },
    },
  ])
})

test('Shopify is asked to come again while Ometria is down, and not for an order that never adds up', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  mock.faults.push({ status: 503 })
  expect(await deliver('orders/create', placed())).toBe(503)
  expect(await deliver('orders/create', placed())).toBe(204)
  expect(mock.events).toHaveLength(1)
  expect(await deliver('orders/create', { ...placed(), id: 2, total_price: '1.00' })).toBe(204)
  expect(mock.events).toHaveLength(1)
  expect(log).toHaveBeenCalledTimes(2)
  log.mockRestore()
})
