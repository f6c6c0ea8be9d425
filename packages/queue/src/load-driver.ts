import { createRequire } from 'node:module'
import { OmetriaConfigError } from 'ometria-headless/server'

/**
 * Loads `ioredis` or `pg`: a shop installs the one that it uses.
 *
 * @throws OmetriaConfigError where the package is missing
 */
export function loadDriver<Driver>(name: 'ioredis' | 'pg'): Driver {
  try {
    // Types come from the package's own, which is why the caller names them.
    return createRequire(import.meta.url)(name) as Driver
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'MODULE_NOT_FOUND'
    if (!missing) throw cause
    throw new OmetriaConfigError(`connection: it takes the package '${name}'. Run \`npm install ${name}\`.`)
  }
}
