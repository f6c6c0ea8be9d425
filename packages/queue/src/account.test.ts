import { OmetriaError, type UpstreamAnswer } from 'ometria-headless/server'
import { expect, test, vi } from 'vitest'
import { createAccount } from './account.js'

const fault = (message = 'Ometria answered 401.'): UpstreamAnswer => ({
  as: 'account',
  status: 401,
  error: new OmetriaError('account', message),
})
const delivered: UpstreamAnswer = { as: 'delivered', response: {} }

test('a fault is told once, until it changes or was mended', async () => {
  const tell = vi.fn()
  const account = createAccount({ tell })
  const told = () => tell.mock.calls.map(([error]) => error.message)
  for (const answer of [fault('a'), fault('a'), fault('b'), delivered, fault('b')])
    await account.ask(async () => answer)
  expect(told()).toEqual(['a', 'b', 'b'])
})

test('while there is a fault, one hit asks and the others hear what it heard', async () => {
  const account = createAccount({ tell() {} })
  await account.ask(async () => fault())
  let answer: (answer: UpstreamAnswer) => void = () => {}
  const asking = account.ask(() => new Promise(resolve => (answer = resolve)))
  const send = vi.fn(async () => delivered)
  const others = [account.ask(send), account.ask(send)]
  answer(fault('still'))
  expect(await asking).toEqual(fault('still'))
  for (const other of await Promise.all(others)) expect(other.as).toBe('account')
  expect(send).not.toHaveBeenCalled()
})

test('when the one that asked is delivered, the others are sent', async () => {
  const account = createAccount({ tell() {} })
  await account.ask(async () => fault())
  const send = vi.fn(async () => delivered)
  await Promise.all([account.ask(send), account.ask(send), account.ask(send)])
  expect(send).toHaveBeenCalledTimes(3)
})

test('Ometria being down says nothing of the account', async () => {
  const tell = vi.fn()
  const account = createAccount({ tell })
  const down: UpstreamAnswer = {
    as: 'retryable',
    error: new OmetriaError('unavailable', 'Ometria answered 503.'),
  }
  for (const answer of [fault(), down, fault()]) await account.ask(async () => answer)
  expect(tell).toHaveBeenCalledTimes(1)
})

test('the account is let be for 1 s at first, twice as long each time, and for a minute at most', async () => {
  let now = 0
  const account = createAccount({ tell() {}, now: () => now })
  const waits: number[] = []
  for (let time = 0; time < 8; time++) {
    await account.ask(async () => fault())
    waits.push(account.waitMs())
    // Hits that were out at the same moment.
    expect(account.waitMs()).toBe(waits.at(-1))
    now += waits.at(-1) ?? 0
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  await account.ask(async () => delivered)
  expect(account.waitMs()).toBe(1_000)
})
