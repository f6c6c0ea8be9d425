import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * All JavaScript that browsers may load, each file compressed on its own, as it travels.
 *
 * @param {string} folder
 */
export function clientBytes(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /\.m?js$/.test(name),
  )
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0)
}
