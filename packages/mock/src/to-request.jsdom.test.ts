// @vitest-environment jsdom
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { expect, test, vi } from 'vitest'
import { createMockOmetria } from './mock.js'

const event = (init: RequestInit = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(orderCancel),
  ...init,
})

test('takes a path of the page, as jsdom has one', async () => {
  expect(location.href).toMatch(/^http/)
  const mock = createMockOmetria()
  expect((await mock.fetch('/api/track', event())).status).toBe(200)
  expect(mock.events).toEqual([orderCancel])
})

test("ends a hanging call by jsdom's own signal, with its reason", async () => {
  const mock = createMockOmetria()
  mock.faults.push({ hang: true })
  const controller = new AbortController()
  const hanging = mock.fetch('/api/track', event({ signal: controller.signal }))
  hanging.catch(() => {})
  await vi.waitFor(() => expect(mock.attempts).toHaveLength(1))
  controller.abort()
  await expect(hanging).rejects.toBe(controller.signal.reason)
})
