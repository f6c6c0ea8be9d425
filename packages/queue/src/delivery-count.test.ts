import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDeliveryCount } from './delivery-count.js'
import { hourly } from './hourly.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('deliveries are written down together, once a second and at the end', async () => {
  const write = vi.fn(async () => {})
  const count = createDeliveryCount(write)
  for (let hit = 0; hit < 5; hit++) count.add()
  await vi.advanceTimersByTimeAsync(1_000)
  count.add()
  await count.flush()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(write.mock.calls).toEqual([[5], [1]])
})

test('what could not be written down is written with the next', async () => {
  const write = vi.fn(async (_: number) => {})
  write.mockRejectedValueOnce(new Error('down'))
  const count = createDeliveryCount(write)
  count.add()
  await vi.advanceTimersByTimeAsync(1_000)
  count.add()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(write.mock.calls).toEqual([[1], [2]])
})

test('a store is tidied at most once an hour', async () => {
  const task = vi.fn(async () => {})
  const tidy = hourly(task)
  for (const minute of [0, 1, 59, 60, 61, 130]) tidy(minute * 60_000)
  expect(task).toHaveBeenCalledTimes(3)
})
