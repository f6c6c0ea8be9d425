import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { beforeEach, expect, test } from 'vitest'
import { chromiumLaunchOptions } from './chromium.js'
import { needs } from './engine.js'
import { setStage } from './stage.js'

const stage = setStage()
const { mock } = stage
beforeEach(context => needs(context, 'prerender'))

/** A browser that nobody looks into: with DevTools attached, as Playwright's are, Chromium prerenders nothing. */
async function browse(url: string, visit: () => Promise<void>) {
  const { executablePath = chromium.executablePath(), args = [] } = await chromiumLaunchOptions()
  const profile = await mkdtemp(join(tmpdir(), 'profile-'))
  const browser = spawn(
    executablePath,
    [...args, '--headless', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`, url],
    { stdio: 'ignore' },
  )
  try {
    await visit()
  } finally {
    const gone = new Promise(resolve => browser.on('exit', resolve))
    browser.kill('SIGKILL')
    await gone
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

test('a page that is prerendered and then shown: its order is sent once, when it is shown', async () => {
  const ahead = stage.url({ scene: 'confirmation' })
  await browse(stage.url({ ahead, next: 'visit' }), async () => {
    await expect.poll(() => mock.events.length, { timeout: 20_000 }).toBe(1)
  })
  expect(mock.attempts).toHaveLength(1)
  expect(mock.events[0]?.context).toMatchObject({ renderedAhead: 'true' })
})

test('a page that is prerendered and never shown: nothing', async () => {
  const ahead = stage.url({ scene: 'confirmation' })
  await browse(stage.url({ ahead, next: 'stay' }), async () => {
    await expect.poll(() => mock.events.length, { timeout: 20_000 }).toBe(1)
  })
  expect(mock.attempts.map(({ body }) => Object(body).action)).toEqual(['stayed'])
})
