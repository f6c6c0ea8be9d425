import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projects } from './fresh/projects.js'

// `ometria-react/testing` as shops have it: packed, installed into fresh projects, one for each test runner with the settings
// that docs/testing.md names. Each runs a component's test, and checks which matchers' types fit. Takes some minutes.
//
//   node scripts/fresh-projects.js [names of projects]

const folder = mkdtempSync(join(tmpdir(), 'fresh-'))
const only = process.argv.slice(2)

/** What the command said. @param {string} command @param {string[]} args @param {string} cwd */
function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout + stderr
}

/** @param {string} name */
function pack(name) {
  run('npx', ['-y', 'pnpm@10.34.9', 'pack', '--out', join(folder, `${name}.tgz`)], join('packages', name))
  return join(folder, `${name}.tgz`)
}

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
  return { test: command ? 'passes' : '–', 'first event': firstEvent ?? '–', types: 'right and wrong told apart' }
}

/** @type {{ [name: string]: object }} */
const table = {}
try {
  const tarballs = ['headless', 'react'].map(pack)
  for (const project of projects) {
    if (only.length > 0 && !only.includes(project.name)) continue
    table[project.name] = tryOut(project, tarballs)
    console.log(`${project.name} is done`)
  }
} finally {
  console.table(table)
  rmSync(folder, { recursive: true })
}
