import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { TrackEvent } from 'ometria-headless'
import { createOmetriaRelay } from 'ometria-headless/server'
import { createMockOmetria, type MockOmetria } from 'ometria-mock'
import { type Listening, listen } from 'ometria-mock/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { engine } from './engine.js'
import type { Browser, Visitor, VisitorOptions } from './engines/engine.js'
import type { Tab } from './engines/tab.js'
import { serveApp } from './serve-app.js'

/** What a spec plays on: a mock of Ometria's endpoint, a page that tracks, and a browser with one fresh visitor a test. */
export interface Stage {
  mock: MockOmetria
  /** Where events are posted to. */
  endpoint: string
  /** The path of a relay on the page's own host, in front of the same mock. */
  relay: string
  /** The page that tracks. */
  url(query?: Record<string, string>): string
  /** Opens it, for the visitor of this test. */
  open(query?: Record<string, string>, at?: Visitor): Promise<Tab>
  /** Another visitor, or the same one otherwise connected. */
  visitor(options?: VisitorOptions): Promise<Visitor>
  /** The endpoint refuses connections until the function that comes back is called. */
  goDown(): Promise<() => Promise<void>>
}

const relay = '/api/ometria'

/** `routes` answer on the page's own host, by path. */
export function setStage(routes: Record<string, RequestListener> = {}): Stage {
  const mock = createMockOmetria()
  let browser: Browser
  let app: Awaited<ReturnType<typeof serveApp>>
  let server: Listening
  let visitors: Visitor[] = []
  let own: Promise<Visitor> | undefined

  beforeAll(async () => {
    server = await listen(mock)
    const passOn = createOmetriaRelay({
      domainKey: 'acme',
      locationKey: 'eu',
      timeoutMs: 1_500,
      fetch: (url, init) =>
        fetch(String(url).replace('https://acme.store-eu.ometria.services', server.url), init),
    })
    app = await serveApp(
      `${import.meta.dirname}/page`,
      {},
      { [relay]: getRequestListener(passOn), ...routes },
    )
    browser = await engine.start()
  })
  afterEach(async () => {
    await Promise.all(visitors.map(visitor => visitor.close()))
    visitors = []
    own = undefined
    mock.reset()
  })
  afterAll(async () => {
    await Promise.all([browser.close(), app.close(), server.close()])
  })

  async function visitor(options?: VisitorOptions) {
    const visitor = await browser.newVisitor(options)
    visitors.push(visitor)
    return visitor
  }

  const url = (query: Record<string, string> = {}) =>
    `${app.url}/?${new URLSearchParams({ endpoint: `${server.url}/api/track`, ...query })}`

  return {
    mock,
    url,
    relay,
    get endpoint() {
      return `${server.url}/api/track`
    },
    visitor,
    async open(query, at) {
      own ??= visitor()
      const tab = await (at ?? (await own)).newTab()
      await tab.goto(url(query))
      return tab
    },
    async goDown() {
      const { port } = server
      await server.close()
      return async () => {
        server = await listen(mock, { port })
        if (server.port !== port) throw new Error(`Port ${port} was taken while the endpoint was down.`)
      }
    },
  }
}

/** Tracks in one task of the page. */
export const track = (page: Tab, events: TrackEvent[]) =>
  page.evaluate(events => window.tracker.track(...events), events)

/** Until an attempt failed: from then on nothing is in flight, and what waits is left to the next page. */
export const failing = (page: Tab) => page.waitForFunction(() => window.tracker.steps.includes('retry'))

/** Until a tab has seen two events fail, and takes the server to be down: then it hands over nothing as it goes away. */
export const knowsOutage = (page: Tab) =>
  page.waitForFunction(() => window.tracker.steps.filter(step => step === 'retry').length > 1)
