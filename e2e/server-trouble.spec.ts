import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { needs } from './engine.js'
import { expectAllOnce, mix } from './events.js'
import { setStage, track } from './stage.js'

const stage = setStage()
const { mock } = stage

describe('a server in trouble', () => {
  test.each([
    ['500 three times', { status: 500, times: 3 }],
    ['503', { status: 503, times: 2 }],
    ['408', { status: 408, times: 2 }],
    ['connections reset', { drop: true, times: 4 }],
  ])('%s, then fine: all delivered, once', async (_, fault) => {
    const page = await stage.open()
    mock.faults.push(fault)
    await track(page, mix())
    await expectAllOnce(mock, mix())
  })

  test('connections refused for 3 s: all delivered, once', async () => {
    const page = await stage.open()
    const comeUp = await stage.goDown()
    await track(page, mix())
    await pause(3_000)
    await comeUp()
    await expectAllOnce(mock, mix())
  })

  test.each([
    ['seconds', () => 2],
    ['a date', () => new Date(Date.now() + 3_000).toUTCString()],
  ])('429 with Retry-After as %s: nothing before its time, then all, once', async (_, retryAfter) => {
    const page = await stage.open()
    mock.faults.push({ status: 429, retryAfter: retryAfter() })
    await track(page, mix())
    await expectAllOnce(mock, mix())
    const [refused = 0, next = 0] = mock.attempts.map(({ at }) => at)
    expect(next - refused).toBeGreaterThanOrEqual(1_990)
  })

  test('accepts and never answers: timed out, tried again, delivered', async () => {
    const page = await stage.open({ timeout: '500' })
    mock.faults.push({ hang: true, times: 2 })
    await track(page, mix())
    await expectAllOnce(mock, mix())
  })
})

test('offline for 3 s, then online: delivered within a second of `online`', async context => {
  needs(context, 'go offline')
  const visitor = await stage.visitor()
  const page = await stage.open({}, visitor)
  await visitor.setOffline(true)
  await track(page, mix())
  await pause(3_000)
  expect(mock.attempts).toEqual([])
  await visitor.setOffline(false)
  await expectAllOnce(mock, mix(), 1_000)
})
