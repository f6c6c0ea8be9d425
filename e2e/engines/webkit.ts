import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../packages/queue/test/free-port.js'
import type { Engine, Visitor, VisitorOptions } from './engine.js'
import { until } from './tab.js'
import { Session } from './webdriver-session.js'
import { webkitCannot } from './webkit-cannot.js'
import { WebKitTab } from './webkit-tab.js'

/**
 * Debian's WebKitGTK, by the WebDriver protocol as it stands: requests over HTTP, one at a time. It shares its engine with
 * Safari, but not what is below `fetch`.
 */
export const webkit: Engine = {
  name: 'WebKit',
  cannot: webkitCannot,
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

export class WebKitVisitor implements Visitor {
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
    throw new Error(webkitCannot['go offline'])
  }

  async block() {
    throw new Error(webkitCannot['block requests'])
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
