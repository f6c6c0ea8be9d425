import { type Browser, type BrowserContext, chromium as driver, type Frame, type Page } from 'playwright'
import { chromiumLaunchOptions } from '../chromium.js'
import type { Engine, Visitor, VisitorOptions } from './engine.js'
import { Scripted, Tab } from './tab.js'

/** Driven by Playwright. */
export const chromium: Engine = {
  name: 'Chromium',
  cannot: {},
  async start() {
    const browser = await driver.launch({
      ...(await chromiumLaunchOptions()),
      // Playwright's default; a shopper's browser has it.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
    return {
      newVisitor: options => newVisitor(browser, options),
      close: () => browser.close(),
    }
  },
}

async function newVisitor(browser: Browser, { socksPort, ...settings }: VisitorOptions = {}) {
  const context = await browser.newContext({
    ...settings,
    ...(socksPort && { proxy: { server: `socks5://127.0.0.1:${socksPort}`, bypass: '127.0.0.1' } }),
  })
  return new ChromiumVisitor(context)
}

class ChromiumVisitor implements Visitor {
  complaints: string[] = []

  constructor(readonly context: BrowserContext) {
    context.on('console', message => message.type() !== 'log' && this.complaints.push(message.text()))
    context.on('weberror', error => this.complaints.push(error.error().message))
  }

  async newTab() {
    return new ChromiumTab(this, await this.context.newPage())
  }

  async addInitScript(script: () => void) {
    await this.context.addInitScript(script)
  }

  setOffline(isOffline: boolean) {
    return this.context.setOffline(isOffline)
  }

  async block(url: string) {
    await this.context.route(url, route => route.abort('blockedbyclient'))
  }

  close() {
    return this.context.close()
  }
}

class ChromiumTab extends Tab {
  constructor(
    readonly visitor: ChromiumVisitor,
    readonly page: Page,
  ) {
    super()
  }

  protected valueOf(expression: string) {
    return this.page.evaluate<unknown>(expression)
  }

  protected async clickOn(expression: string) {
    const element = (await this.page.evaluateHandle<Element | undefined>(expression)).asElement()
    await element?.click()
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

  async close() {
    await Promise.all([this.page.waitForEvent('close'), this.page.close({ runBeforeUnload: true })])
  }

  async crash() {
    const devtools = await this.page.context().newCDPSession(this.page)
    const crashed = this.page.waitForEvent('crash')
    devtools.send('Page.crash').catch(() => undefined) // nobody is left to answer
    await crashed
    await this.page.close()
  }

  async openCopy() {
    const [page] = await Promise.all([
      this.page.waitForEvent('popup'),
      this.page.evaluate(() => void window.open(location.href)),
    ])
    return new ChromiumTab(this.visitor, page)
  }

  async frame() {
    const frame = this.page.frames().at(-1)
    if (!frame) throw new Error('There is no frame.')
    return new ChromiumFrame(frame)
  }
}

class ChromiumFrame extends Scripted {
  constructor(readonly frame: Frame) {
    super()
  }

  protected valueOf(expression: string) {
    return this.frame.evaluate<unknown>(expression)
  }
}
