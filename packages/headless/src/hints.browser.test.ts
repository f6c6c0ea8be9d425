import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { added, dawdle, mock, openPage } from '../test/page.js'
import { patienceMs } from './hints.js'

let warn: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('an endpoint that gives no answer is named once, with what may be in its way', async () => {
  mock.faults.push({ drop: true, times: 3 })
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
  await openPage().client.track(added('a'))
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/https:\/\/mock\.test\/api\/track.*CORS.*connect-src/)],
  ])
})

test('nothing is said of an endpoint while the browser is offline', async () => {
  dawdle()
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  mock.faults.push({ drop: true })
  const { client, activities } = openPage()
  void client.track(added('a'))
  await vi.waitFor(() => expect(activities.at(-1)).toMatchObject({ type: 'retry' }))
  expect(warn).not.toHaveBeenCalled()
})

test('consent that is pending for a minute is said once, where an event waits for it', () => {
  vi.useFakeTimers()
  const { client } = openPage({ consent: 'pending' })
  vi.advanceTimersByTime(2 * patienceMs)
  expect(warn).not.toHaveBeenCalled()
  void client.track(added('a'))
  void client.track(added('b'))
  vi.advanceTimersByTime(patienceMs - 1)
  expect(warn).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2 * patienceMs)
  expect(warn.mock.calls).toEqual([[expect.stringContaining('`pending` for a minute')]])
})

test('consent that is given within a minute is not spoken of', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { client } = openPage({ consent: 'pending' })
  void client.track(added('a'))
  client.setConsent('denied')
  vi.advanceTimersByTime(2 * patienceMs)
  expect(warn).not.toHaveBeenCalled()
})
