import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { oddSums } from './odd-sums.js'
import { validate } from './validate.js'

const odd = (data: object, lines: object[] = []) =>
  oddSums(
    validate({
      ...orderAdd,
      data: {
        ...orderAdd.data,
        ...data,
        order_lines: orderAdd.data.order_lines.map((line, index) => ({ ...line, ...lines[index] })),
      },
    }),
  )

test('the reference’s order adds up', () => {
  expect(odd({})).toEqual([])
})

test('a cent of rounding is nothing to speak of', () => {
  expect(odd({ order_total: 74.95 })).toEqual([])
})

test('the price of one where the line’s belongs is named by its path', () => {
  expect(odd({ order_total: 62.98 }, [{}, { order_line_total: 8 }])).toEqual([
    expect.stringMatching(/^data\.order_lines\[1]\.order_line_total .*\b2\b/),
  ])
})

test('a total that is not the sum is named', () => {
  expect(odd({ order_total: 60 })).toEqual([expect.stringMatching(/^data\.order_total /)])
})

test('only an order placed has sums', () => {
  const data = {
    order_id: 1,
    order_lines: [{ product_id: 1, quantity: 2, unit_rrp: 8, order_line_total: 8 }],
  }
  expect(oddSums(validate({ scope: 'order', action: 'return', data }))).toEqual([])
})
