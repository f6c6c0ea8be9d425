import Big from 'big.js'
import type { Order } from 'ometria-headless'
import { orderSchema } from 'ometria-headless/schemas'
import { createMockOmetria } from 'ometria-mock'
import { expect, test } from 'vitest'
import type { Example } from './example.js'

/** Every example gives the order worked out by hand, which adds up, and which Ometria takes. */
export const expectExamples = (examples: Example[]) =>
  test.each(examples)('$title', async ({ map, expected, total, leftOut = '0' }) => {
    const order = map()
    expect(order).toStrictEqual(expected)
    expect(sumOf(order).plus(leftOut).toFixed()).toBe(new Big(total).toFixed())
    expect(new Big(order.order_total).toFixed()).toBe(new Big(total).toFixed())
    expect(await issuesAtTheMock({ scope: 'order', action: 'add', data: order })).toEqual([])
    expect(orderSchema.parse(order)).toStrictEqual(order)
  })

/** The lines and the shipping of an order, as exact decimals. */
export const sumOf = (order: Order): Big =>
  order.order_lines.reduce(
    (total, line) => total.plus(line.order_line_total),
    new Big(order.order_shipping ?? 0),
  )

/** What Ometria's endpoint would have against an event. */
export async function issuesAtTheMock(event: unknown): Promise<string[]> {
  const mock = createMockOmetria()
  const body = JSON.stringify(event)
  const headers = { 'content-type': 'application/json' }
  await mock.fetch(new Request('http://mock/api/track', { method: 'POST', headers, body }))
  return mock.rejected.flatMap(rejected => rejected.issues)
}
