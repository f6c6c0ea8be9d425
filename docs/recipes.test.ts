import { createHmac } from 'node:crypto'
import { createMockOmetria } from 'ometria-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'

// The examples read their settings when they are loaded, as they would from a server's environment.
Object.assign(process.env, {
  OMETRIA_DOMAIN_KEY: 'acme',
  OMETRIA_LOCATION_KEY: 'eu',
  BIGCOMMERCE_STORE_HASH: 'abc',
  BIGCOMMERCE_HOOK_SECRET: 'hook',
  WOOCOMMERCE_HOOK_SECRET: 'hook',
})

const mock = createMockOmetria()
/** What BigCommerce's API answers, by path. */
const bigCommerce: Record<string, unknown> = {
  'orders/149?include=fees': {
    id: 149,
    default_currency_code: 'USD',
    total_inc_tax: '42.2300',
    shipping_cost_inc_tax: '5.0000',
    fees: [],
  },
  'orders/149/products?limit=250': [
    { product_id: 188, variant_id: 1, quantity: 2, discounted_total_inc_tax: '37.2300' },
  ],
}

beforeAll(() => {
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    const path = /api.bigcommerce.com.stores.abc.v2.(.*)/.exec(url)?.[1]
    return path ? Response.json(bigCommerce[path]) : mock.fetch(new Request(url, init))
  })
})
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => mock.reset())

const posted = (body: string, headers: HeadersInit) =>
  new Request('https://hooks.shop.example/', { method: 'POST', body, headers })

describe('the webhook of BigCommerce', () => {
  const changedTo = async (new_status_id: number, secret = 'hook') => {
    const { POST } = await import('./examples/recipes/bigcommerce-webhook.js')
    const body = JSON.stringify({
      scope: 'store/order/statusUpdated',
      data: { type: 'order', id: 149, status: { new_status_id } },
    })
    return (await POST(posted(body, { 'x-hook-secret': secret }))).status
  }

  test('asks for the order and its products when it was paid', async () => {
    expect(await changedTo(11)).toBe(204)
    expect(mock.events).toMatchObject([
      {
        action: 'add',
        request_id: 'order-add-149',
        data: { order_total: 42.23, order_lines: [{ product_id: '188', order_line_total: 37.23 }] },
      },
    ])
  })

  test('says nothing of an order that was only begun, and a cancelled one is cancelled', async () => {
    expect([await changedTo(0), await changedTo(5)]).toEqual([204, 204])
    expect(mock.events).toMatchObject([{ action: 'cancel', data: { order_id: '149' } }])
  })

  test('knows its own', async () => {
    expect(await changedTo(11, 'another')).toBe(401)
    expect(mock.events).toEqual([])
  })
})

describe('the webhook of WooCommerce', () => {
  const updated = async (status: string, secret = 'hook') => {
    const { POST } = await import('./examples/recipes/woocommerce-webhook.js')
    const body = JSON.stringify({
      id: 727,
      status,
      currency: 'GBP',
      total: '51.97',
      shipping_total: '4.16',
      shipping_tax: '0.83',
      line_items: [{ product_id: 93, sku: 'DRESS', quantity: 2, total: '39.15', total_tax: '7.83' }],
    })
    const signature = createHmac('sha256', secret).update(body).digest('base64')
    return (await POST(posted(body, { 'x-wc-webhook-signature': signature }))).status
  }

  test('tells a paid order, by the ids that the page tells it by', async () => {
    expect(await updated('processing')).toBe(204)
    expect(mock.events).toMatchObject([
      {
        action: 'add',
        data: { order_id: '727', order_lines: [{ product_id: 'DRESS', order_line_total: 46.98 }] },
      },
    ])
  })

  test('says nothing of an order that waits for its money, and a cancelled one is cancelled', async () => {
    expect([await updated('pending'), await updated('cancelled')]).toEqual([204, 204])
    expect(mock.events).toMatchObject([{ action: 'cancel', data: { order_id: '727' } }])
  })

  test('knows its own', async () => {
    expect(await updated('processing', 'another')).toBe(401)
    expect(mock.events).toEqual([])
  })
})
