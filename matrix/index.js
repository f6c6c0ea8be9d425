import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from '../e2e/chromium.js'
import { pack } from '../release/pack.js'
import { managers } from './managers.js'
import { rows } from './rows.js'
import { visit } from './visit.js'

// `pnpm matrix [part of a row's name]`: the packed packages, installed beside what shops have. Each row plays a shop in
// Chromium against the mock, or has a shop's source checked by its TypeScript. A word about a missing peer fails the row.
const folder = mkdtempSync(join(tmpdir(), 'matrix-'))
const run = promisify(execFile)
const browser = await chromium.launch(await chromiumLaunchOptions())
const [, , only = ''] = process.argv

try {
  const packed = ['headless', 'react'].map(name => pack(name, folder))
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [`ometria-${name}`, tarball]))
  const table = []
  for (const [nth, row] of rows.entries()) {
    if (!row.name.includes(only)) continue
    const started = performance.now()
    const error = await play(row, join(folder, String(nth)), tarballs).then(
      () => undefined,
      thrown => `${thrown.stdout ?? ''}${thrown.stderr ?? ''}${thrown.message}`,
    )
    if (error) console.error(`\n${row.name}:\n${error}`)
    const seconds = Math.round((performance.now() - started) / 1000)
    table.push({ row: row.name, result: error ? 'FAILS' : 'passes', seconds })
  }
  console.table(table)
  if (table.length === 0) throw new Error(`No row has "${only}" in its name.`)
  if (table.some(({ result }) => result === 'FAILS')) process.exitCode = 1
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}

/**
 * @param {import('./rows.js').Row} row
 * @param {string} cwd
 * @param {Record<string, string>} tarballs
 */
async function play({ manager, add, types }, cwd, tarballs) {
  const { install, run: runner, files = {} } = managers[manager]
  mkdirSync(cwd)
  const own = Object.fromEntries(Object.entries(tarballs).map(([name, file]) => [name, `file:${file}`]))
  const forced = { resolutions: own, pnpm: { overrides: own } }
  const json = { name: 'shop', private: true, type: 'module', dependencies: { ...own, ...add }, ...forced }
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(json, null, 2))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
  const { stdout, stderr } = await exec(install, cwd)
  const peers = /^.*(unmet|missing|incorrect) peer.*$|^.*YN0002.*$/im.exec(stdout + stderr)
  if (peers) throw new Error(peers[0])
  if (types) await check(cwd)
  else await playShop(runner, cwd)
}

/** @param {string} cwd */
async function check(cwd) {
  copyFileSync(`${import.meta.dirname}/../packages/react/test/consumer/shop.tsx`, join(cwd, 'shop.tsx'))
  for (const moduleResolution of ['bundler', 'nodenext']) {
    const compilerOptions = {
      target: 'es2022',
      module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext',
      moduleResolution,
      jsx: 'react-jsx',
      lib: ['es2022', 'dom'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    }
    writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['shop.tsx'] }))
    await exec(['npx', 'tsc'], cwd)
  }
}

/**
 * @param {string[]} runner
 * @param {string} cwd
 */
async function playShop(runner, cwd) {
  copyFileSync(`${import.meta.dirname}/shop.js`, join(cwd, 'shop.js'))
  const define = '--define:process.env.NODE_ENV="development"'
  await exec(
    [...runner, 'esbuild', 'shop.js', '--bundle', '--format=esm', define, '--outfile=bundle.js'],
    cwd,
  )
  await visit(browser, join(cwd, 'bundle.js'))
}

/**
 * @param {string[]} command
 * @param {string} cwd
 */
function exec([file = '', ...args], cwd) {
  return run(file, args, { cwd, timeout: 300_000, env: { ...process.env, CI: '', NODE_ENV: '' } })
}
