import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../packages/queue/test/free-port.js'
import type { Engine, Visitor, VisitorOptions } from './engine.js'
import { Scripted, Tab, until } from './tab.js'

/**
 * Debian's WebKitGTK, by the WebDriver protocol as it stands: requests over HTTP, one at a time. It shares its engine with
 * Safari, but not what is below `fetch`.
 */
export const webkit: Engine = {
  name: 'WebKit',
  cannot: {
    'be driven by Playwright': 'Playwright drives no stock WebKit',
    'block requests': 'WebKitWebDriver lets nobody stop a request',
    crash: 'WebKitWebDriver ends its session with a page that crashes',
    'crash one tab': 'WebKitWebDriver ends its session with a page that crashes',
    'go offline': 'WebKitWebDriver has no network of its own to cut',
    prerender: 'WebKit has no prerendering',
    'report long tasks': 'WebKit has no Long Tasks API',
  },
  async start() {
    const visitors: WebKitVisitor[] = []
    return {
      // WebKitGTK has one profile a browser.
      async newVisitor(options) {
        const visitor = await newVisitor(options)
        visitors.push(visitor)
        return visitor
      },
      async close() {
        await Promise.all(visitors.map(visitor => visitor.close()))
      },
    }
  },
}

async function newVisitor({ socksPort, locale, timezoneId }: VisitorOptions = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'webkit-'))
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1600x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      DISPLAY: `:${await firstLine(display)}`,
      WEBKIT_PROFILE: profile,
      ...(timezoneId && { TZ: timezoneId }),
      ...(locale && { WEBKIT_LOCALE: locale }),
      ...(socksPort && { WEBKIT_SOCKS_PORT: String(socksPort) }),
    },
  })
  const session = new Session(port)
  await until('WebKitWebDriver', () => session.send('GET', '/status'))
  await session.begin()
  return new WebKitVisitor(session, profile, [driver, display])
}

/** What Xvfb says on the descriptor that it is given: the number of its display. */
async function firstLine({ stdio }: ChildProcess): Promise<string> {
  const [, , , output] = stdio
  if (!output || !('read' in output)) throw new Error('There is nothing to read.')
  for await (const line of createInterface({ input: output })) return line
  throw new Error('Xvfb did not start.')
}

/** One session of WebDriver (https://www.w3.org/TR/webdriver2/): a browser, of which one tab at a time is spoken to. */
class Session {
  /** The tab that is there from the start, and stays: a session ends with its last tab. */
  first = ''
  #path = ''
  #spokenTo = ''
  #last: Promise<unknown> = Promise.resolve()

  constructor(readonly port: number) {}

  async send(method: string, path: string, body?: object, timeoutMs = 60_000): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const { value } = Object(await response.json())
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`)
    return value
  }

  async begin() {
    const options = { binary: join(import.meta.dirname, 'webkit-browser.py'), args: [] }
    const alwaysMatch = { browserName: 'webkit-browser.py', 'webkitgtk:browserOptions': options }
    const { sessionId } = Object(await this.send('POST', '/session', { capabilities: { alwaysMatch } }))
    this.#path = `/session/${sessionId}`
    await this.command('POST', '/timeouts', { script: 60_000, pageLoad: 30_000 })
    this.first = String(await this.command('GET', '/window'))
  }

  end() {
    return this.send('DELETE', this.#path)
  }

  /** Speaks to one tab, when all that was said before is answered. */
  at<Answer>(tab: string, speak: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(async () => {
      if (tab !== this.#spokenTo) await this.command('POST', '/window', { handle: tab })
      this.#spokenTo = tab
      return speak()
    })
    this.#last = answer.catch(() => undefined)
    return answer
  }

  command(method: string, path: string, body?: object, timeoutMs?: number) {
    return this.send(method, this.#path + path, method === 'POST' ? (body ?? {}) : undefined, timeoutMs)
  }
}

class WebKitVisitor implements Visitor {
  complaints: string[] = []
  readonly #scripts: string[] = []
  #isOpen = true

  constructor(
    readonly session: Session,
    readonly profile: string,
    readonly processes: ChildProcess[],
  ) {
    const [driver] = processes
    if (!driver?.stdout) throw new Error('There is nothing to read.')
    createInterface({ input: driver.stdout }).on('line', line => {
      if (/CONSOLE \S+ (WARN|ERROR)/.test(line)) this.complaints.push(line)
    })
  }

  async newTab() {
    const { session } = this
    const open = () => session.command('POST', '/window/new', { type: 'tab' })
    const { handle } = Object(await session.at(session.first, open))
    return new WebKitTab(this, handle)
  }

  async addInitScript(script: () => void) {
    this.#scripts.push(`(${script})();`)
    await writeFile(join(this.profile, 'init.js'), this.#scripts.join('\n'))
  }

  async setOffline() {
    throw new Error(webkit.cannot['go offline'])
  }

  async block() {
    throw new Error(webkit.cannot['block requests'])
  }

  async close() {
    if (!this.#isOpen) return
    this.#isOpen = false
    await this.session.end().catch(() => undefined) // a browser that has died has ended it
    for (const each of this.processes) {
      const ended = new Promise(resolve => each.on('exit', resolve))
      if (each.kill() && each.exitCode === null) await ended
    }
    await rm(this.profile, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** An element, or a frame, as WebDriver names it. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

class WebKitTab extends Tab {
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

  goto(url: string) {
    return this.#at(session => session.command('POST', '/url', { url }))
  }

  reload() {
    return this.#at(session => session.command('POST', '/refresh'))
  }

  async url() {
    return String(await this.#at(session => session.command('GET', '/url')))
  }

  async close() {
    await this.#at(session => session.command('DELETE', '/window'))
  }

  async crash() {
    throw new Error(webkit.cannot.crash)
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

/**
 * What an expression gives at once. While a page comes out of the back/forward cache, WebKitWebDriver may lose the question:
 * then nobody answers, and who asks again is answered.
 */
const valueNowIn = (session: Session, expression: string) =>
  session.command('POST', '/execute/sync', { script: `return ${expression}`, args: [] }, 3_000)

/** What an expression gives, awaited: WebKitWebDriver awaits nothing by itself. */
async function valueIn(session: Session, expression: string) {
  const script = `
    const done = arguments[0]
    Promise.resolve().then(() => ${expression}).then(
      value => done({ value: value === undefined ? null : value }),
      error => done({ error: String(error && error.stack || error) }),
    )`
  const answer = Object(await session.command('POST', '/execute/async', { script, args: [] }))
  if (answer.error) throw new Error(answer.error)
  return answer.value
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
