import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pack } from '../release/pack.js'
import { projects } from './fresh/projects.js'
import { run } from './run.js'

// `ometria-react/testing` as shops have it: packed, installed into fresh projects, one for each test runner with the settings
// that docs/testing.md names. Each runs a component's test, and checks which matchers' types fit. Takes some minutes.
//
//   pnpm fresh [names of projects]

const folder = mkdtempSync(join(tmpdir(), 'fresh-'))
const only = process.argv.slice(2)

/** @param {(typeof projects)[number]} project @param {string[]} tarballs */
function tryOut({ name, packages, files, command }, tarballs) {
  const cwd = join(folder, name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true })
    writeFileSync(join(cwd, file), text)
  }
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel', 'error', ...tarballs, ...packages], cwd)
  run('npx', ['tsc', '--noEmit'], cwd)
  const firstEvent = command && /first event: (.* ms)/.exec(run('npx', command, cwd))?.[1]
  return {
    test: command ? 'passes' : '–',
    'first event': firstEvent ?? '–',
    types: 'right and wrong told apart',
  }
}

/** @type {{ [name: string]: object }} */
const table = {}
try {
  const tarballs = ['headless', 'react'].map(name => pack(name, folder).tarball)
  for (const project of projects) {
    if (only.length > 0 && !only.includes(project.name)) continue
    table[project.name] = tryOut(project, tarballs)
    console.log(`${project.name} is done`)
  }
} finally {
  console.table(table)
  rmSync(folder, { recursive: true })
}
