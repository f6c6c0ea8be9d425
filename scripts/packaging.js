import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// What npm would publish, looked at as the people who install it will: by publint and by "are the types wrong".
const packed = mkdtempSync(join(tmpdir(), 'packed-'))
const run = (/** @type {string} */ command, /** @type {string[]} */ args, cwd = process.cwd()) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })

try {
  for (const name of ['headless', 'react', 'adapters', 'mock']) {
    const cwd = join('packages', name)
    const answer = run('npx', ['-y', 'pnpm@10.34.9', 'pack', '--json', '--pack-destination', packed], cwd)
    const { filename } = JSON.parse(answer.slice(answer.indexOf('{')))
    console.log(run('publint', ['run', filename, '--strict']))
    console.log(run('attw', [filename, '--profile', 'esm-only', '--no-emoji']))
  }
} finally {
  rmSync(packed, { recursive: true })
}
