import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

// What npm would publish, looked at as the people who install it will: by publint, by "are the types wrong", and by a
// debugger that follows the source maps.
const packed = mkdtempSync(join(tmpdir(), 'packed-'))
const run = (/** @type {string} */ command, /** @type {string[]} */ args, cwd = process.cwd()) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })

/** Each source that a map names must lie in the map itself or in the package. */
function checkMaps(/** @type {string} */ folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.map')) continue
    const file = join(folder, name)
    const { sources, sourcesContent } = JSON.parse(readFileSync(file, 'utf8'))
    for (const [index, source] of sources.entries()) {
      if (!sourcesContent?.[index] && !existsSync(join(dirname(file), source)))
        throw new Error(`${name} names ${source}, which is not in the package.`)
    }
  }
}

try {
  for (const name of ['headless', 'react', 'queue', 'adapters', 'mock', 'doctor']) {
    const cwd = join('packages', name)
    const answer = run('npx', ['-y', 'pnpm@10.34.9', 'pack', '--json', '--pack-destination', packed], cwd)
    const { filename } = JSON.parse(answer.slice(answer.indexOf('{')))
    console.log(run('publint', ['run', filename, '--strict']))
    console.log(run('attw', [filename, '--profile', 'esm-only', '--no-emoji']))
    run('tar', ['-xf', filename], packed)
    checkMaps(join(packed, 'package'))
    rmSync(join(packed, 'package'), { recursive: true })
  }
} finally {
  rmSync(packed, { recursive: true })
}
