import { Scripted, Tab, until } from './tab.js'
import { type Session, valueIn, valueNowIn } from './webdriver-session.js'
import type { WebKitVisitor } from './webkit.js'
import { webkitCannot } from './webkit-cannot.js'

/** An element, or a frame, as WebDriver names it. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

export class WebKitTab extends Tab {
  constructor(
    readonly visitor: WebKitVisitor,
    readonly handle: string,
  ) {
    super()
  }

  #at<Answer>(speak: (session: Session) => Promise<Answer>) {
    const { session } = this.visitor
    return session.at(this.handle, () => speak(session))
  }

  protected valueOf(expression: string) {
    return this.#at(session => valueIn(session, expression))
  }

  /** A page that is left, and kept for coming back, never ends what it awaits. So nothing is awaited there. */
  protected override valueNow(expression: string) {
    return this.#at(session => valueNowIn(session, expression))
  }

  protected clickOn(expression: string) {
    return this.#at(async session => {
      const element = await valueNowIn(session, expression)
      if (!element) return false
      await session.command('POST', `/element/${Object(element)[elementKey]}/click`)
      return true
    })
  }

  /** WebKitWebDriver may answer while the page before is still there, or before the new page's scripts have run. */
  async #load(path: string, body?: object) {
    await this.valueNow('void (window.isOld = true)')
    await this.#at(session => session.command('POST', path, body))
    await this.waitForFunction(() => !Object(window).isOld && document.readyState === 'complete')
  }

  goto(url: string) {
    return this.#load('/url', { url })
  }

  reload() {
    return this.#load('/refresh')
  }

  async url() {
    return String(await this.#at(session => session.command('GET', '/url')))
  }

  async close() {
    await this.#at(session => session.command('DELETE', '/window'))
  }

  async crash() {
    throw new Error(webkitCannot.crash)
  }

  async openCopy() {
    const handles = () => this.#at(session => session.command('GET', '/window/handles')) as Promise<string[]>
    const before = await handles()
    await this.evaluate(() => void window.open(location.href))
    let opened: string | undefined
    await until('a new tab', async () => {
      opened = (await handles()).find(handle => !before.includes(handle))
      return opened
    })
    return new WebKitTab(this.visitor, opened ?? '')
  }

  async frame() {
    return new WebKitFrame(this.visitor.session, this.handle)
  }
}

class WebKitFrame extends Scripted {
  constructor(
    readonly session: Session,
    readonly tab: string,
  ) {
    super()
  }

  protected valueOf(expression: string) {
    return this.session.at(this.tab, async () => {
      await this.session.command('POST', '/frame', { id: 0 })
      try {
        return await valueIn(this.session, expression)
      } finally {
        await this.session.command('POST', '/frame', { id: null })
      }
    })
  }
}
