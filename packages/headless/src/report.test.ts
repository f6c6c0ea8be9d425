import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { errorPage } from './error-page.js'
import { OmetriaError } from './errors.js'
import { createReport } from './report.js'

const error = new OmetriaError('account', 'It answered 404.')
const event = { scope: 'view' } as const

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('in development, the console shows the error and where its code is explained', () => {
  createReport({})(error)
  expect(console.error).toHaveBeenCalledExactlyOnceWith(error, `\nWhat to do: ${errorPage('account')}`)
})

test('in production, the console stays quiet', () => {
  vi.stubEnv('NODE_ENV', 'production')
  createReport({})(error)
  expect(console.error).not.toHaveBeenCalled()
})

test('what concerns no event is told once, however often it happens', () => {
  const onError = vi.fn()
  const report = createReport({ onError })
  for (let n = 0; n < 3; n++) report(new OmetriaError('account', 'It answered 404.'))
  report(new OmetriaError('account', 'It answered 401.'))
  expect(onError.mock.calls.map(([{ message }]) => message)).toEqual(['It answered 404.', 'It answered 401.'])
  expect(console.error).toHaveBeenCalledTimes(2)
})

test('what concerns an event is told each time, and its message is not remembered', () => {
  const onError = vi.fn()
  const report = createReport({ onError })
  const remembered = vi.spyOn(Set.prototype, 'add')
  for (let n = 0; n < 3; n++) report(error, event)
  expect(remembered).not.toHaveBeenCalled()
  expect(onError.mock.calls).toEqual(Array(3).fill([error, event]))
  // What was told of an event stands in nobody's way.
  report(error)
  expect(onError).toHaveBeenLastCalledWith(error, undefined)
})

test('the page is in the package, with a section for the code', () => {
  const [path = '', hash] = errorPage('account').replace('node_modules/ometria-headless/', '').split('#')
  const page = new URL(`../${path}`, import.meta.url)
  expect(existsSync(page)).toBe(true)
  expect(readFileSync(page, 'utf8')).toContain(`\n## ${hash}\n`)
})
