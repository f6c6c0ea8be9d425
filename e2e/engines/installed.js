import { existsSync } from 'node:fs'

/** Debian's, or the one that `FIREFOX_PATH` names. */
export const firefoxPath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr'

const needed = {
  firefox: [firefoxPath],
  webkit: [
    '/usr/bin/WebKitWebDriver',
    '/usr/bin/Xvfb',
    '/usr/lib/python3/dist-packages/gi',
    `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/girepository-1.0/WebKit2-4.1.typelib`,
  ],
}

/**
 * What an engine lacks on this machine.
 *
 * @param {'firefox' | 'webkit'} engine
 */
export const missing = engine => needed[engine].filter(path => !existsSync(path))
