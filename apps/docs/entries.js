import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packages = join(import.meta.dirname, '../../packages')

/** These only teach types to a test runner; there is nothing to list. */
const withoutExports = ['ometria-react/testing/jest-globals']

/**
 * Every entry that a shop can import, out of the packages' own `exports`: its name, and the types that it names.
 *
 * @returns {{ name: string, types: string }[]}
 */
export function entries() {
  return readdirSync(packages).flatMap(folder => {
    const { name, exports } = JSON.parse(readFileSync(join(packages, folder, 'package.json'), 'utf8'))
    return Object.entries(exports).flatMap(([path, target]) => {
      const entry = join(name, path)
      if (!target.types || withoutExports.includes(entry)) return []
      return { name: entry, types: join(packages, folder, target.types) }
    })
  })
}
