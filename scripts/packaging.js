import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack, packages } from '../release/pack.js'

// What npm would publish, looked at as the people who install it will: by publint, and by "are the types wrong".
const folder = mkdtempSync(join(tmpdir(), 'packaging-'))
const run = (/** @type {string} */ command, /** @type {string[]} */ ...args) =>
  console.log(execFileSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' }))

try {
  for (const name of packages) {
    const { tarball } = pack(name, folder)
    run('publint', 'run', tarball, '--strict')
    run('attw', tarball, '--profile', 'esm-only', '--no-emoji')
  }
} finally {
  rmSync(folder, { recursive: true })
}
