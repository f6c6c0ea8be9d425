import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const packages = join(import.meta.dirname, '../packages')

/**
 * What npm would publish, by the package's name.
 *
 * @param {string} folder  where the tarballs go
 */
export function pack(folder) {
  const tarballs = new Map()
  for (const name of ['headless', 'react', 'mock']) {
    const args = ['-y', 'pnpm@10.34.9', 'pack', '--json', '--pack-destination', folder]
    const answer = execFileSync('npx', args, {
      cwd: join(packages, name),
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    })
    tarballs.set(`ometria-${name}`, JSON.parse(answer.slice(answer.indexOf('{'))).filename)
  }
  return tarballs
}
