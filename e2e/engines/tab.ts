import { setTimeout as pause } from 'node:timers/promises'
import type { Visitor } from './engine.js'
import { findNamed, type Role } from './find-named.js'

/** What runs in a page, or in a frame of a page. Arguments and results travel as JSON. */
export abstract class Scripted {
  /** The value of an expression in the page, awaited where it is a promise. */
  protected abstract valueOf(expression: string): Promise<unknown>

  async evaluate<Args extends unknown[], Result>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    // The type is the script's own: what comes back is what the script gave, through JSON.
    return (await this.valueOf(call(script, args))) as Result
  }

  /** The value of an expression, which awaits nothing. */
  protected valueNow(expression: string): Promise<unknown> {
    return this.valueOf(expression)
  }

  /** Until a script, which awaits nothing, gives something that is true. A page that is left meanwhile is asked again. */
  waitForFunction<Args extends unknown[], Given>(
    script: (...args: Args) => Given extends PromiseLike<unknown> ? never : Given,
    ...args: Args
  ) {
    return until(String(script), () => this.valueNow(call(script, args)))
  }
}

/** A tab, as a part of Playwright's `Page`: each method does what its namesake does. */
export abstract class Tab extends Scripted {
  abstract readonly visitor: Visitor
  abstract goto(url: string): Promise<unknown>
  abstract reload(): Promise<unknown>
  abstract url(): Promise<string>
  /** Closes it as a shopper does, so that `pagehide` comes where the engine lets it come. */
  abstract close(): Promise<void>
  /** Kills the process that renders it, and closes it. */
  abstract crash(): Promise<void>
  /** Opens the same address in a tab that its own script may close. */
  abstract openCopy(): Promise<Tab>
  /** The only frame in it. */
  abstract frame(): Promise<Scripted>
  /** Clicks what an expression gives; false where that is no element, or none any more. */
  protected abstract clickOn(expression: string): Promise<boolean>

  goBack() {
    return this.#go(-1)
  }

  goForward() {
    return this.#go(1)
  }

  /** Until the page there is shown. Out of the back/forward cache it doesn't load, so no driver's own wait would end. */
  async #go(steps: number) {
    const left = await this.evaluate(() => {
      const mark = Math.random()
      Object.assign(window, { mark })
      return { mark, url: location.href }
    })
    // The page may be gone before its answer is.
    await this.evaluate(steps => history.go(steps), steps).catch(() => undefined)
    await this.waitForFunction(({ mark, url }) => Object(window).mark !== mark || location.href !== url, left)
  }

  /** A text is the whole name, a pattern a part of it. Of several the first is clicked. */
  async click(role: Role, name: string | RegExp) {
    const pattern = typeof name === 'string' ? `^${name}$` : name.source
    await until(`${role} ${name}`, () => this.clickOn(call(findNamed, [role, pattern])))
  }

  /** Until something with this role and name can be seen. */
  async waitFor(role: Role, name: string | RegExp = /./) {
    const pattern = typeof name === 'string' ? `^${name}$` : name.source
    await until(`${role} ${name}`, () => this.valueOf(`${call(findNamed, [role, pattern])} !== undefined`))
  }

  /** Until an element with exactly this text can be seen. */
  waitForText(text: string) {
    return this.waitFor('text', text)
  }
}

const call = (script: (...args: never[]) => unknown, args: unknown[]) =>
  `(${script})(...${JSON.stringify(args)})`

/** Asks until the answer is true; an error is no answer, since a page that is just being left has none. */
export async function until(what: string, ask: () => Promise<unknown>, timeoutMs = 15_000) {
  const end = Date.now() + timeoutMs
  for (let error: unknown; ; ) {
    try {
      if (await ask()) return
    } catch (thrown) {
      error = thrown
    }
    if (Date.now() > end) throw new Error(`Not within ${timeoutMs} ms: ${what}`, { cause: error })
    await pause(20)
  }
}
