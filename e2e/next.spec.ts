import { createMockOmetria } from 'ometria-mock'
import { type Listening, listen } from 'ometria-mock/node'
import {
  type BrowserContext,
  chromium,
  type Page,
  type Browser as Playwright,
  type Response,
} from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumLaunchOptions } from './chromium.js'
import { engine, needs } from './engine.js'
import { serveNext } from './serve-next.js'
import { visit } from './visit.js'

/** On a machine that has other things to do, too. */
const soon = { timeout: 15_000 }

const mock = createMockOmetria()
let browser: Playwright
let server: Listening
let shop: Awaited<ReturnType<typeof serveNext>>
let visitors: BrowserContext[] = []

beforeAll(async () => {
  server = await listen(mock)
  shop = await serveNext({ OMETRIA_MOCK_URL: server.url })
  browser = await chromium.launch(await chromiumLaunchOptions())
}, 180_000)
afterEach(async () => {
  await Promise.all(visitors.map(visitor => visitor.close()))
  visitors = []
  mock.reset()
})
afterAll(() => Promise.all([browser.close(), shop.close(), server.close()]))

/** Far from the server, where it is tomorrow already: both must render the same. */
const farAway = { timezoneId: 'Pacific/Kiritimati', locale: 'ar-EG' }

async function newPage() {
  const visitor = await browser.newContext(farAway)
  visitors.push(visitor)
  return visitor.newPage()
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

/** Opens the shop and answers its banner. */
async function enter(page: Page, answer: 'Accept' | 'Decline') {
  await page.goto(shop.url)
  await press(page, answer)
}

async function putInBasket(page: Page, slug: string) {
  await page.goto(`${shop.url}/products/${slug}`)
  await press(page, 'Add to basket')
  await page.getByText('In your basket').waitFor()
}

/** Gives back the order's number. */
async function order(page: Page, slug = 'rainbow-scarf') {
  await putInBasket(page, slug)
  await follow(page, 'View basket')
  await follow(page, 'Checkout')
  await press(page, 'Fill in demo details')
  await press(page, 'Place order')
  await page.waitForURL('**/confirmation')
  return page.url().split('/').at(-2) ?? ''
}

const ours = async (page: Page) => ({
  cookies: (await page.context().cookies()).map(({ name }) => name).filter(name => /ometria/.test(name)),
  storage: await page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(key => /ometria/.test(key)),
  ),
})

const heard = (scope: string, action: string) =>
  mock.attempts
    .map(({ body }) => Object(body))
    .filter(event => event.scope === scope && event.action === action)

const expectViews = (of: string, count: number) =>
  expect.poll(() => mock.events.filter(({ context }) => context?.page === of), soon).toHaveLength(count)

/** What the browser finds fault with, hydration and the content security policy included. */
async function complaintsOf(page: Page) {
  const complaints: string[] = []
  page.on('console', message => message.type() !== 'log' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.exposeFunction('complain', (what: string) => complaints.push(what))
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      Object(window).complain(`${violatedDirective}: ${blockedURI}`),
    ),
  )
  return complaints
}

test('a visit, from the list to a cancelled order: the browser finds no fault with anything', async () => {
  const browser = await engine.start()
  const visitor = await browser.newVisitor(farAway)
  const { order } = await visit(await visitor.newTab(), shop.url, mock)

  // Next.js redirects by an error that it throws. Firefox tells of that one; Chromium and WebKit don't.
  expect(visitor.complaints.filter(text => text !== 'Error: NEXT_REDIRECT')).toEqual([])
  const cancelled = mock.events.at(-1)
  expect(cancelled).toMatchObject({ data: { order_id: order }, request_id: `order-cancel-${order}` })
  expect(cancelled).not.toHaveProperty('user')
  const users = new Set(mock.events.slice(0, -1).map(({ user }) => JSON.stringify(user)))
  expect(users.size).toBe(1)
  await browser.close()
})

describe('in all that Playwright shows', () => {
  beforeEach(context => needs(context, 'be driven by Playwright'))

  test('the policy lets in no script and no style but the page’s own', async () => {
    const page = await newPage()
    const complaints = await complaintsOf(page)
    const policyOf = (response: Response | null) => response?.headers()['content-security-policy'] ?? ''
    const policy = policyOf(await page.goto(shop.url))
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red" onclick="steal()">Injected</p>'),
    )
    await page.getByText('Injected').click()
    await expect.poll(() => complaints, soon).toContain('script-src-attr: inline')
    expect(complaints).toContain('style-src-attr: inline')

    expect(policy).toContain(`connect-src 'self' ${server.url}/events;`)
    expect(policy).not.toContain('unsafe')
    expect(policyOf(await page.reload())).not.toBe(policy)
  })

  test('views, going from page to page and through the history: one each', async () => {
    const page = await newPage()
    await enter(page, 'Accept')
    const seen = ['/']
    async function expectSeen(path: string) {
      seen.push(path)
      await expect
        .poll(() => mock.events.map(({ context }) => context?.page_url), soon)
        .toEqual(seen.map(path => shop.url + path))
    }
    await follow(page, 'Knitwear')
    await expectSeen('/?category=knitwear')
    await follow(page, 'Jackets')
    await expectSeen('/?category=jackets')
    await follow(page, /^Chore jacket/)
    await expectSeen('/products/chore-jacket')
    await follow(page, /^Linen shirt/)
    await expectSeen('/products/linen-shirt')
    await page.goBack()
    await expectSeen('/products/chore-jacket')
    await page.goBack()
    await expectSeen('/?category=jackets')
    await page.goForward()
    await expectSeen('/products/chore-jacket')
    await follow(page, 'dimity')
    await expectSeen('/')
    await page.goto(`${shop.url}/nowhere`)
    await expectSeen('/nowhere')
  })

  describe('an order', () => {
    test('its confirmation, reloaded and opened in another tab: sent once', async () => {
      const page = await newPage()
      await enter(page, 'Accept')
      await order(page)
      const tab = await page.context().newPage()
      await expectViews('order-confirmation', 1)
      await page.reload()
      await expectViews('order-confirmation', 2)
      await tab.goto(page.url())
      await expectViews('order-confirmation', 3)
      expect(heard('order', 'add')).toHaveLength(1)
    })

    test('its confirmation left before Ometria answered: the next page knows that it arrived, and sends nothing', async () => {
      const page = await newPage()
      await enter(page, 'Accept')
      mock.faults.push({ delay: 1_500, when: ({ scope }) => scope === 'order' })
      const id = await order(page)
      await expect.poll(() => heard('order', 'add'), soon).toHaveLength(1)
      // A page of this host that doesn't track, so that none of ours can send it again meanwhile.
      await page.goto(`${shop.url}/favicon.svg`)
      const acknowledged = async () => {
        const cookies = await page.context().cookies()
        return cookies.map(({ name }) => name)
      }
      await expect.poll(acknowledged, soon).toContain(`ometria_ack_order-add-${id}`)

      // So late that without the word it would be sent again at once.
      await page.clock.setSystemTime(Date.now() + 60_000)
      await page.goto(`${shop.url}/orders`)
      await expect.poll(() => mock.events.at(-1)?.context?.page, soon).toBe('orders')
      expect(heard('order', 'add')).toHaveLength(1)
    })

    test('cancelled while Ometria is down: the shopper doesn’t wait, and Ometria hears of it later', async () => {
      const page = await newPage()
      await enter(page, 'Accept')
      const id = await order(page)
      await follow(page, 'View order')
      mock.faults.push({ status: 503, when: ({ action }) => action === 'cancel' })
      await press(page, 'Cancel order')
      await page.getByText('Your order is cancelled.').waitFor()
      await expect.poll(() => mock.events.filter(({ action }) => action === 'cancel'), soon).toHaveLength(1)
      expect(heard('order', 'cancel').map(({ request_id }) => request_id)).toEqual(
        Array(2).fill(`order-cancel-${id}`),
      )
    })

    test('a line of it returned: Ometria hears of that line', async () => {
      const page = await newPage()
      await enter(page, 'Accept')
      await putInBasket(page, 'linen-shirt')
      const id = await order(page)
      await follow(page, 'View order')
      await press(page, 'Return')
      await page.getByText('Partly returned').waitFor()
      await expect
        .poll(() => heard('order', 'return'), soon)
        .toMatchObject([
          { data: { order_id: id, order_lines: [{ product_id: '6560241778866', order_line_total: 59 }] } },
        ])
    })
  })

  describe('consent', () => {
    /** All that a shopper can do that Ometria would hear of. */
    async function doEverything(page: Page) {
      await order(page)
      await page.reload()
      await follow(page, 'View order')
      await press(page, 'Return')
      await page.getByText('Returned').first().waitFor()
      await order(page)
      await follow(page, 'View order')
      await press(page, 'Cancel order')
      await page.getByText('Your order is cancelled.').waitFor()
      await follow(page, 'Knitwear')
      await page.getByRole('heading', { name: 'Knitwear' }).waitFor()
    }

    test('declined: nothing of ours in cookies, storage or traffic', async () => {
      const page = await newPage()
      const requests: string[] = []
      page.on('request', request => requests.push(new URL(request.url()).pathname))
      await enter(page, 'Decline')
      await doEverything(page)
      expect(await ours(page)).toEqual({ cookies: [], storage: [] })
      expect(requests).not.toContain('/api/ometria')
      expect(mock.attempts).toEqual([])
    })

    test('taken back with an event in flight: all of it goes, and nothing follows', async () => {
      const page = await newPage()
      await enter(page, 'Accept')
      await follow(page, 'Privacy')
      await expect.poll(() => mock.events.at(-1)?.context?.page, soon).toBe('privacy')
      const aborted = page.waitForEvent('requestfailed', request => request.url().endsWith('/api/ometria'))
      mock.faults.push({ delay: 500 })
      await page.reload()
      await expect.poll(() => mock.attempts, soon).toHaveLength(3)
      await press(page, 'Decline')
      await aborted
      await doEverything(page)
      expect(await ours(page)).toEqual({ cookies: [], storage: [] })
      expect(mock.attempts).toHaveLength(3)
    })
  })

  describe('the server', () => {
    test('renders pages without a request to Ometria, and sets no cookie', async () => {
      for (const path of [
        '/',
        '/?category=shirts',
        '/products/rainbow-scarf',
        '/basket',
        '/orders',
        '/privacy',
      ]) {
        const page = await fetch(shop.url + path, { headers: { cookie: 'dimity.consent=granted' } })
        expect([path, page.status, page.headers.getSetCookie()]).toEqual([path, 200, []])
      }
      expect(mock.attempts).toEqual([])
    })

    test('keeps visitors who come at once apart', async () => {
      const [one, other] = await Promise.all([newPage(), newPage()])
      await Promise.all([enter(one, 'Accept'), enter(other, 'Accept')])
      const [id] = await Promise.all([order(one), putInBasket(other, 'canvas-tote')])
      await Promise.all([one.goto(`${shop.url}/basket`), other.goto(`${shop.url}/basket`)])
      expect(await other.getByRole('main').textContent()).toContain('Canvas tote')
      expect(await one.getByRole('main').textContent()).toContain('nothing in your basket')
      const response = await other.goto(`${shop.url}/orders/${id}/confirmation`)
      expect(response?.status()).toBe(404)
      await expectViews('not-found', 1)
      const users = new Set(mock.events.map(({ user }) => user?.uid))
      expect(users.size).toBe(2)
      expect(heard('order', 'add')).toHaveLength(1)
    })

    test('sets both ids again, for 400 days and for 30 minutes', async () => {
      const response = await fetch(`${shop.url}/api/ometria`, {
        method: 'POST',
        headers: { origin: shop.url, 'content-type': 'application/json' },
        body: JSON.stringify({ scope: 'view', user: { uid: 'a'.repeat(32), sid: 'b'.repeat(32) } }),
      })
      expect(response.status).toBe(200)
      const cookies = response.headers.getSetCookie()
      expect(cookies).toContain(`ometria_uid=${'a'.repeat(32)}; Max-Age=34560000; Path=/; SameSite=Lax`)
      expect(cookies).toContain(`ometria_sid=${'b'.repeat(32)}; Max-Age=1800; Path=/; SameSite=Lax`)
    })

    test('takes no cancelling from a browser', async () => {
      const response = await fetch(`${shop.url}/api/ometria`, {
        method: 'POST',
        headers: { origin: shop.url, 'content-type': 'application/json' },
        body: JSON.stringify({ scope: 'order', action: 'cancel', data: { order_id: 'DM-1' } }),
      })
      expect(response.status).toBe(422)
      expect(mock.attempts).toEqual([])
    })
  })
})
