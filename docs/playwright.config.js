import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '../e2e/chromium.js'

// Runs the examples, against the shop that `playwright.test.ts` serves.
export default defineConfig({
  testDir: 'examples/testing',
  testMatch: '*.spec.ts',
  outputDir: process.env.SHOP_RESULTS ?? '',
  reporter: 'line',
  use: { baseURL: process.env.SHOP ?? '', launchOptions: await chromiumLaunchOptions() },
})
