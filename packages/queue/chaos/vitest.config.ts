import { defineConfig } from 'vitest/config'

/** What takes minutes, and is run by hand: `pnpm queue:chaos`. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['chaos/*.chaos.ts'],
    globalSetup: 'test/stores.ts',
    testTimeout: 30 * 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
})
