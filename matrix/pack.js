import { execFileSync } from 'node:child_process'

/**
 * Packs packages as npm would publish them. Gives back their tarballs by their npm names.
 *
 * @param {string[]} packages folders in `packages`
 * @param {string} folder where the tarballs go
 * @returns {Record<string, string>}
 */
export function pack(packages, folder) {
  return Object.fromEntries(
    packages.map(name => {
      const args = ['-y', 'pnpm@10.34.9', 'pack', '--json', '--pack-destination', folder]
      const cwd = `${import.meta.dirname}/../packages/${name}`
      const answer = execFileSync('npx', args, {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      return [`ometria-${name}`, JSON.parse(answer.slice(answer.indexOf('{'))).filename]
    }),
  )
}
