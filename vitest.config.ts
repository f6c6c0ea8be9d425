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

/** Most tests wait for something, so two files at a time take less time, and do no harm on two cores. */
const twoAtATime = { maxWorkers: 2, sequence: { groupOrder: 0 } }

const fullPages = {
  include: ['e2e/**/*.spec.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

/** Afterwards, and one file after the other: some specs measure how long the page is held. */
const oneByOne = { ...fullPages, maxWorkers: 1, sequence: { groupOrder: 1 } }

/** What tells most of Firefox and WebKit, and measures nothing. `pnpm engines` plays all. */
const telling = {
  ...fullPages,
  include: ['once', 'leaving'].map(name => `e2e/${name}.spec.ts`),
  maxWorkers: 2,
  sequence: { groupOrder: 2 },
}
const otherEngines = (['firefox', 'webkit'] as const)
  .filter(engine => missing(engine).length === 0)
  .map(engine => ({
    test: {
      ...(process.env.ENGINES === 'all' ? oneByOne : telling),
      name: engine,
      env: { ENGINE: engine },
    },
  }))

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
    projects: [
      {
        test: {
          ...twoAtATime,
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
          ...twoAtATime,
          name: 'browser',
          include: inChromium,
          browser: chromium(),
        },
      },
      {
        resolve: { alias: { react: 'react-18', 'react-dom': 'react-dom-18' } },
        test: { ...twoAtATime, name: 'react-18', include: onReact18, browser: chromium() },
      },
      {
        test: {
          ...twoAtATime,
          name: 'queue',
          include: onStores,
          globalSetup: 'packages/queue/test/stores.ts',
          // Most of them wait: for a backoff, for a lock to end, for a process to start.
          maxConcurrency: 6,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { ...oneByOne, name: 'e2e' } },
      ...otherEngines,
    ],
  },
})
