import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunchOptions } from './e2e/chromium.js'
import { missing } from './e2e/engines/installed.js'

const inChromium = ['packages/*/src/**/*.browser.test.{ts,tsx}']
const onStores = ['packages/queue/src/**/*.store.test.ts']
const onReact18 = ['packages/react/src/react-18.test.tsx']

const launchOptions = await chromiumLaunchOptions()
const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions }),
  instances: [{ browser: 'chromium' as const }],
})

const inFullPages = {
  include: ['e2e/**/*.spec.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/** Firefox and WebKit, where they are installed: what tells most, and all with `pnpm engines`. */
const telling = ['once', 'leaving'].map(name => `e2e/${name}.spec.ts`)
const otherEngines = (['firefox', 'webkit'] as const)
  .filter(engine => missing(engine).length === 0)
  .map(engine => ({
    test: {
      ...inFullPages,
      name: engine,
      env: { ENGINE: engine },
      ...(process.env.ENGINES !== 'all' && { include: telling }),
    },
  }))

export default defineConfig({
  test: {
    // Most tests wait for something: two at a time do no harm on two cores, and take a third of the time away.
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
    projects: [
      {
        test: {
          name: 'node',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'docs/*.test.{ts,tsx}',
            'runtimes/*.test.ts',
            'release/*.test.ts',
            'docs/examples/testing/*.test.tsx',
          ],
          exclude: [...inChromium, ...onReact18, ...onStores],
          typecheck: {
            enabled: true,
            include: ['packages/*/src/**/*.test-d.{ts,tsx}'],
            tsconfig: 'tsconfig.test-d.json',
          },
        },
      },
      {
        test: {
          name: 'browser',
          include: inChromium,
          browser: chromium(),
        },
      },
      {
        resolve: { alias: { react: 'react-18', 'react-dom': 'react-dom-18' } },
        test: { name: 'react-18', include: onReact18, browser: chromium() },
      },
      {
        test: {
          name: 'queue',
          include: onStores,
          globalSetup: 'packages/queue/test/stores.ts',
          // Most of them wait: for a backoff, for a lock to end, for a process to start.
          maxConcurrency: 6,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { ...inFullPages, name: 'e2e' } },
      ...otherEngines,
    ],
  },
})
