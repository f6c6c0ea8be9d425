import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const folder = `${import.meta.dirname}/sdks`

/** Installs what only the bench needs, in a folder of its own and without running any of its scripts. */
export function installSdks() {
  if (isInstalled()) return
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  })
}

/** npm keeps note of what it installed. */
function isInstalled() {
  const noted = `${folder}/node_modules/.package-lock.json`
  if (!existsSync(noted)) return false
  const versions = (/** @type {string} */ file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([path, { optional }]) => path && !optional)
      .map(([path, { version }]) => `${path} ${version}`)
      .join('\n')
  return versions(noted) === versions(`${folder}/package-lock.json`)
}
