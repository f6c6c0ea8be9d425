import { describe, expect, test } from 'vitest'
import { issuesAtTheMock } from '../../test/expect-examples.js'
import { cancelFromWebhook } from './index.js'

// https://shopify.dev/docs/api/admin-rest/latest/resources/order#post-orders-order-id-cancel
const cancelled = { id: 5678901234001, name: '#1001', cancelled_at: '2026-11-02T10:00:00+00:00' }

describe('cancelFromWebhook', () => {
  test.each([
    ['by the customer', { ...cancelled, cancel_reason: 'customer' }, '5678901234001'],
    ['as fraud', { ...cancelled, id: 5678901234002, cancel_reason: 'fraud' }, '5678901234002'],
    ['with its refund', { ...cancelled, id: 5678901234003, refunds: [{ id: 1 }] }, '5678901234003'],
    ['before it was paid', { ...cancelled, id: 5678901234004, financial_status: 'voided' }, '5678901234004'],
    ['with its id as text', { ...cancelled, id: '5678901234005' }, '5678901234005'],
  ])('an order cancelled %s', async (_, document, order_id) => {
    const data = cancelFromWebhook(document)
    expect(data).toStrictEqual({ order_id })
    expect(await issuesAtTheMock({ scope: 'order', action: 'cancel', data })).toEqual([])
  })

  test('refuses an order that was not cancelled', () => {
    expect(() => cancelFromWebhook({ ...cancelled, cancelled_at: null })).toThrow(
      'cancelled_at: expected text, got null',
    )
  })

  test('takes the id that the shop names', () => {
    expect(cancelFromWebhook(cancelled, { orderId: order => order.name })).toStrictEqual({
      order_id: '#1001',
    })
  })
})
