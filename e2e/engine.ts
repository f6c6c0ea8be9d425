import type { TestContext } from 'vitest'
import { chromium } from './engines/chromium.js'
import type { Ability } from './engines/engine.js'
import { firefox } from './engines/firefox.js'
import { webkit } from './engines/webkit.js'

const engines = { chromium, firefox, webkit }
const name = process.env.ENGINE ?? 'chromium'

/** The engine that this run is about: `ENGINE`, or Chromium. */
export const engine = engines[name as keyof typeof engines]
if (!engine) throw new Error(`ENGINE is "${name}"; there are ${Object.keys(engines).join(', ')}.`)

/** Skips a test where the engine can't do something, and leaves word why. */
export function needs({ task, skip }: Pick<TestContext, 'task' | 'skip'>, ability: Ability) {
  const why = engine.cannot[ability]
  Object.assign(task.meta, why && { cannot: why })
  skip(why !== undefined, why)
}
