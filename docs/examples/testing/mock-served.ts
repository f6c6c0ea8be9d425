import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { expect, test } from 'vitest'

declare function placeOrderInYourShop(shop: { endpoint: string }): Promise<void>

test('an order reaches Ometria although the first attempt fails', async () => {
  const mock = createMockOmetria()
  const server = await listen(mock)
  mock.faults.push({ status: 503 })

  await placeOrderInYourShop({ endpoint: `${server.url}/api/track` })

  expect(mock.attempts.map(attempt => attempt.answer)).toEqual([503, 200])
  expect(mock.events).toMatchObject([{ scope: 'order', action: 'add', data: { order_id: 'ABC-123' } }])
  expect(mock.rejected).toEqual([])
  await server.close()
})
