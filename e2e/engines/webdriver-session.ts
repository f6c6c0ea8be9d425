import { join } from 'node:path'

/** One session of WebDriver (https://www.w3.org/TR/webdriver2/): a browser, of which one tab at a time is spoken to. */
export class Session {
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

/**
 * What an expression gives at once. While a page comes out of the back/forward cache, WebKitWebDriver may lose the question:
 * then nobody answers, and who asks again is answered.
 */
export const valueNowIn = (session: Session, expression: string) =>
  session.command('POST', '/execute/sync', { script: `return ${expression}`, args: [] }, 3_000)

/** What an expression gives, awaited: WebKitWebDriver awaits nothing by itself. */
export async function valueIn(session: Session, expression: string) {
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
