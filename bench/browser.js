import { chromium } from 'playwright'
import { chromiumLaunchOptions } from '../e2e/chromium.js'

/** A Chromium that finds no host but this machine: whatever an SDK asks for elsewhere fails, and is counted. */
export async function launchBrowser() {
  const { args = [], ...options } = await chromiumLaunchOptions()
  return chromium.launch({
    ...options,
    args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', '--js-flags=--expose-gc'],
  })
}
