import { createRequire } from 'node:module'
import { join } from 'node:path'
import { OmetriaConfigError } from 'ometria-headless/server'

/**
 * Loads `ioredis` or `pg`: a shop installs the one that it uses. It is looked for beside this package, and then beside the
 * shop itself: where a bundler took this file elsewhere, nothing is beside it.
 *
 * @throws OmetriaConfigError where the package is missing
 */
export function loadDriver<Driver>(name: 'ioredis' | 'pg'): Driver {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      // Types come from the package's own, which is why the caller names them.
      return createRequire(from)(name) as Driver
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND')) throw cause
    }
  }
  throw new OmetriaConfigError(
    `connection: it takes the package '${name}'. Run \`npm install ${name}\`, or give a client of it in place of the URL.`,
  )
}
