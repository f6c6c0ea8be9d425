import type { TrackEvent } from 'ometria-headless'
import { createMockOmetria, type MockOmetria } from 'ometria-mock'
import { type Listening, listen } from 'ometria-mock/node'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { chromiumLaunchOptions } from './chromium.js'
import { type ServedApp, serveApp } from './serve-app.js'

/** What a spec plays on: a mock of Ometria's endpoint, a page that tracks, and a browser with one fresh visitor a test. */
export interface Stage {
  mock: MockOmetria
  /** Where events are posted to. */
  endpoint: string
  /** Opens the page that tracks, for the visitor of this test. */
  open(query?: Record<string, string>, at?: BrowserContext): Promise<Page>
  /** Another visitor, or the same one otherwise connected. */
  visitor(options?: BrowserContextOptions): Promise<BrowserContext>
  /** The endpoint refuses connections until the function that comes back is called. */
  goDown(): Promise<() => Promise<void>>
}

export function setStage(): Stage {
  const mock = createMockOmetria()
  let browser: Browser
  let app: ServedApp
  let server: Listening
  let contexts: BrowserContext[] = []
  let own: Promise<BrowserContext> | undefined

  beforeAll(async () => {
    server = await listen(mock)
    app = await serveApp(`${import.meta.dirname}/page`)
    browser = await chromium.launch(await chromiumLaunchOptions())
  })
  afterEach(async () => {
    await Promise.all(contexts.map(context => context.close()))
    contexts = []
    own = undefined
    mock.reset()
  })
  afterAll(async () => {
    await Promise.all([browser.close(), app.close(), server.close()])
  })

  async function visitor(options?: BrowserContextOptions) {
    const context = await browser.newContext(options)
    contexts.push(context)
    return context
  }

  return {
    mock,
    get endpoint() {
      return `${server.url}/api/track`
    },
    visitor,
    async open(query = {}, at) {
      own ??= visitor()
      const page = await (at ?? (await own)).newPage()
      await page.goto(`${app.url}/?${new URLSearchParams({ endpoint: `${server.url}/api/track`, ...query })}`)
      return page
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
export const track = (page: Page, events: TrackEvent[]) =>
  page.evaluate(events => window.tracker.track(...events), events)
