import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** What is published, by its folder in `packages`; first what others depend on. */
export const packages = ['headless', 'react', 'queue', 'adapters', 'mock', 'doctor']

/**
 * Packs a package as npm would publish it.
 *
 * @param {string} name its folder in `packages`
 * @param {string} folder where the tarball goes, and what is in it beside it
 */
export function pack(name, folder) {
  const args = ['-y', 'pnpm@10.34.9', 'pack', '--json', '--pack-destination', folder]
  const cwd = `${import.meta.dirname}/../packages/${name}`
  const answer = execFileSync('npx', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const tarball = JSON.parse(answer.slice(answer.indexOf('{'))).filename
  const content = `${folder}/${name}`
  mkdirSync(content)
  execFileSync('tar', ['-xf', tarball, '-C', content, '--strip-components=1'])
  return { name, tarball, content }
}
