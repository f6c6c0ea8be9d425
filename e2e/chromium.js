import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { chromium } from 'playwright'

// In a container there is no user namespace for the sandbox and no GPU.
const args = ['--no-sandbox', '--disable-gpu']

/**
 * How to launch a Chromium on this machine, for everything that needs one; JavaScript, so that Node runs it as it is.
 *
 * `CHROMIUM_PATH` wins; then the browser that comes inside an npm package (Linux x64, nothing to download); then
 * Playwright's own, where somebody installed it; then the Chrome of the machine.
 *
 * @returns {Promise<import('playwright').LaunchOptions>}
 */
export async function chromiumLaunchOptions() {
  const named = process.env.CHROMIUM_PATH
  if (named) return { executablePath: named, args }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { executablePath: await sparticuz.executablePath(), args }
  }
  if (existsSync(chromium.executablePath())) return {}
  return { channel: 'chrome' }
}
