import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { errorPage } from './error-page.js'
import { OmetriaError } from './errors.js'
import { createReport } from './report.js'

const error = new OmetriaError('account', 'It answered 404.')

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

test('the page is in the package, with a section for the code', () => {
  const [path = '', hash] = errorPage('account').replace('node_modules/ometria-headless/', '').split('#')
  const page = new URL(`../${path}`, import.meta.url)
  expect(existsSync(page)).toBe(true)
  expect(readFileSync(page, 'utf8')).toContain(`\n## ${hash}\n`)
})
