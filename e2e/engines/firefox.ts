import puppeteer, {
  type Browser,
  type BrowserContext,
  type ElementHandle,
  type Frame,
  type Page,
} from 'puppeteer-core'
import type { Engine, Visitor, VisitorOptions } from './engine.js'
import { firefoxPath } from './installed.js'
import { killContent } from './processes.js'
import { Scripted, Tab } from './tab.js'

/** Stock Firefox by WebDriver BiDi. Playwright drives a Firefox of its own only, which is not to be had on npm. */
export const firefox: Engine = {
  name: 'Firefox',
  cannot: {
    'be driven by Playwright': 'Playwright drives no stock Firefox',
    'crash one tab': 'in Firefox tabs of one site share a process',
    prerender: 'Firefox has no prerendering',
    'report long tasks': 'Firefox has no Long Tasks API',
  },
  async start() {
    const common = await launch()
    const own: Browser[] = []
    return {
      async newVisitor(options) {
        // A context of its own has neither a SOCKS proxy nor a language.
        const browser = options ? await launch(options) : common
        if (browser !== common) own.push(browser)
        return new FirefoxVisitor(browser, await browser.createBrowserContext())
      },
      async close() {
        await Promise.all([common, ...own].map(browser => browser.close()))
      },
    }
  },
}

const launch = ({ socksPort, locale, timezoneId }: VisitorOptions = {}) =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath,
    headless: true,
    defaultViewport: { width: 1280, height: 1500 },
    extraPrefsFirefox: {
      ...(locale && { 'intl.accept_languages': locale }),
      ...(socksPort && proxySettings(socksPort)),
    },
    env: { ...process.env, ...(timezoneId && { TZ: timezoneId }) },
    timeout: 60_000,
  })

const proxySettings = (socksPort: number) => ({
  'network.proxy.type': 1,
  'network.proxy.socks': '127.0.0.1',
  'network.proxy.socks_port': socksPort,
  'network.proxy.socks_version': 5,
  'network.proxy.socks_remote_dns': true,
  'network.proxy.no_proxies_on': '127.0.0.1',
})

class FirefoxVisitor implements Visitor {
  complaints: string[] = []
  readonly #scripts: (() => void)[] = []
  readonly #blocked: string[] = []
  #isOffline = false

  constructor(
    readonly browser: Browser,
    readonly context: BrowserContext,
  ) {}

  async newTab() {
    const page = await this.context.newPage()
    page.on('console', message => message.type() !== 'log' && this.complaints.push(message.text()))
    page.on('pageerror', error =>
      this.complaints.push(error instanceof Error ? error.message : String(error)),
    )
    for (const script of this.#scripts) await page.evaluateOnNewDocument(script)
    if (this.#isOffline) await page.setOfflineMode(true)
    if (this.#blocked.length > 0) await this.#blockIn(page)
    return new FirefoxTab(this, page)
  }

  async addInitScript(script: () => void) {
    this.#scripts.push(script)
  }

  async setOffline(isOffline: boolean) {
    this.#isOffline = isOffline
    for (const page of await this.context.pages()) await page.setOfflineMode(isOffline)
  }

  async block(url: string) {
    this.#blocked.push(url)
  }

  async #blockIn(page: Page) {
    await page.setRequestInterception(true)
    page.on('request', request =>
      this.#blocked.includes(request.url()) ? request.abort('blockedbyclient') : request.continue(),
    )
  }

  async close() {
    await this.context.close()
  }
}

class FirefoxTab extends Tab {
  constructor(
    readonly visitor: FirefoxVisitor,
    readonly page: Page,
  ) {
    super()
  }

  protected valueOf(expression: string): Promise<unknown> {
    return this.page.evaluate(expression)
  }

  protected async clickOn(expression: string) {
    const element = (await this.page.evaluateHandle(expression)).asElement()
    // A handle of unknown type is one of a node; elements alone are asked for.
    await (element as ElementHandle<Element> | null)?.click()
    return element !== null
  }

  goto(url: string) {
    return this.page.goto(url)
  }

  reload() {
    return this.page.reload()
  }

  async url() {
    return this.page.url()
  }

  close() {
    return this.page.close({ runBeforeUnload: true })
  }

  /** Tabs of one site may share a process: the visitor's other tabs die with this one. */
  async crash() {
    await killContent(this.visitor.browser.process()?.pid)
    await this.page.close()
  }

  async openCopy() {
    const [page] = await Promise.all([
      new Promise<Page | null>(resolve => this.page.once('popup', resolve)),
      this.page.evaluate(() => void window.open(location.href)),
    ])
    if (!page) throw new Error('No tab came up.')
    return new FirefoxTab(this.visitor, page)
  }

  async frame() {
    const frame = this.page.frames().at(-1)
    if (!frame) throw new Error('There is no frame.')
    return new FirefoxFrame(frame)
  }
}

class FirefoxFrame extends Scripted {
  constructor(readonly frame: Frame) {
    super()
  }

  protected valueOf(expression: string): Promise<unknown> {
    return this.frame.evaluate(expression)
  }
}
