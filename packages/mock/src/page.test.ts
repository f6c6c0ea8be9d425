import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { chromiumLaunchOptions } from '../../../e2e/chromium.js'
import { createMockOmetria } from './mock.js'
import { type Listening, listen } from './node.js'

const mock = createMockOmetria()
let server: Listening
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  server = await listen(mock)
  browser = await chromium.launch(await chromiumLaunchOptions())
  page = await browser.newPage()
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => complaints.push(message.text()))
  await page.goto(server.url)
}, 60_000)
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  mock.reset()
  await page.getByText('Nothing has arrived yet.').waitFor()
})

function post(body: string) {
  return fetch(`${server.url}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
}

const shown = () => page.getByRole('article').allInnerTexts()

test('shows each event as it arrives, the newest first, with a count per kind', async () => {
  await post(JSON.stringify({ ...basketAdd, request_id: 'r1' }))
  await post('{"scope":"view","data":"<img src=x onerror=alert(1)>"}')
  await post('no JSON')
  await vi.waitFor(async () => expect(await shown()).toHaveLength(3))

  const [text, view, basket] = await shown()
  expect(text).toMatch(/^not an event.*400 refused.*body: expected JSON.*no JSON$/s)
  expect(view).toMatch(
    /^view.*data: expected an object, got "<img.*"data": "<img src=x onerror=alert\(1\)>"/s,
  )
  expect(basket).toMatch(/^basket add\n\d\d:\d\d:\d\d\.\d{3}\n200 accepted/)
  expect(JSON.parse(basket?.slice(basket.indexOf('{')) ?? '')).toEqual({ ...basketAdd, request_id: 'r1' })
  const counts = page.getByRole('list', { name: 'Events by kind' }).getByRole('listitem')
  expect(await counts.allInnerTexts()).toEqual(['basket add 1', 'refused 2'])
  expect(complaints).toEqual([])
})

test('makes the next event fail at the press of a button, and tells attempts apart', async () => {
  await page.getByRole('button', { name: 'Fail the next with 500' }).click()
  await page.getByText('The next event is answered with 500.').waitFor()
  const body = JSON.stringify({ ...basketAdd, request_id: 'r1' })
  expect((await post(body)).status).toBe(500)
  expect((await post(body)).status).toBe(200)
  await vi.waitFor(async () => expect(await shown()).toHaveLength(2))
  const [second, first] = await shown()
  expect(first).toContain('500 failed')
  expect(second).toMatch(/attempt 2\n200 accepted/)

  await page.getByRole('button', { name: '429 for 5 s' }).click()
  await page.getByText('The next event is answered with 429 and Retry-After: 5.').waitFor()
  expect((await post(body)).headers.get('retry-after')).toBe('5')
})

test('lets an event hang until Clear, which empties the page', async () => {
  await page.getByRole('button', { name: 'Hang the next' }).click()
  await page.getByText('The next event gets no answer until you press Clear.').waitFor()
  const hanging = post(JSON.stringify(basketAdd)).catch(() => 'ended')
  await page.getByText('no answer', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Clear' }).click()
  expect(await hanging).toBe('ended')
  await page.getByText('Nothing has arrived yet.').waitFor()
  expect(mock.attempts).toEqual([])
})

test('catches up after the mock was away, showing nothing twice', async () => {
  await post(JSON.stringify(basketAdd))
  await vi.waitFor(async () => expect(await shown()).toHaveLength(1))
  await server.close()
  await page.getByText('Not connected: is the mock still running?').waitFor()
  server = await listen(mock, { port: server.port })
  await post(JSON.stringify(basketAdd))
  await vi.waitFor(async () => expect(await shown()).toHaveLength(2), 20_000)
  await page.getByText('Live', { exact: true }).waitFor()
}, 30_000)
