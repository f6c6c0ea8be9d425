import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTimeLimit } from './time-limit.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('an answer in time is passed on', async () => {
  const limited = createTimeLimit(async (word: string) => `${word}!`)
  expect(await limited('yes')).toBe('yes!')
})

test('after 5 s without an answer the store counts as down', async () => {
  const limited = createTimeLimit(() => new Promise(() => {}))
  const answer = expect(limited(undefined)).rejects.toMatchObject({ code: 'unavailable' })
  await vi.advanceTimersByTimeAsync(5_000)
  await answer
})

test('while 100 calls are overdue no other is made, until the store answers', async () => {
  const answers: (() => void)[] = []
  const call = vi.fn(() => new Promise<void>(resolve => answers.push(resolve)))
  const limited = createTimeLimit(call)
  const overdue = Array.from({ length: 100 }, () => limited(undefined).catch(() => {}))
  await vi.advanceTimersByTimeAsync(5_000)
  await Promise.all(overdue)
  await expect(limited(undefined)).rejects.toMatchObject({ code: 'unavailable' })
  expect(call).toHaveBeenCalledTimes(100)

  for (const answer of answers) answer()
  await vi.advanceTimersByTimeAsync(0)
  const later = limited(undefined)
  answers.at(-1)?.()
  await later
  expect(call).toHaveBeenCalledTimes(101)
})
