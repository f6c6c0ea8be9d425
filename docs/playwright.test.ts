import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { serveApp } from '../e2e/serve-app.js'

test("the examples for Playwright pass, by Playwright's own runner, against the demo shop with an account's keys", async () => {
  const shop = await serveApp(join(import.meta.dirname, '../apps/storefront'), {
    VITE_OMETRIA_DOMAIN_KEY: 'acme',
    VITE_OMETRIA_LOCATION_KEY: 'eu',
  })
  const results = await mkdtemp(join(tmpdir(), 'playwright-'))
  onTestFinished(async () => {
    await shop.close()
    await rm(results, { recursive: true })
  })
  const env = { ...process.env, SHOP: shop.url, SHOP_RESULTS: results }
  const { stdout } = await promisify(execFile)('playwright', ['test'], { cwd: import.meta.dirname, env })
  expect(stdout).toMatch(/^ +1 passed/m)
}, 120_000)
