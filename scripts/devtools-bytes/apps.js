import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run } from '../run.js'
import { inForm, provider } from './forms.js'

/** @typedef {import('./forms.js').Form} Form */
/**
 * An app that stands in a folder of its own: `write` writes its provider in a form, `build` builds it, and what is for
 * browsers stands in `output` then.
 *
 * @typedef {{ folder: string, write(form: Form): void, build: string[], output: string }} App
 */

const vite = { build: ['vite', 'build'], output: 'dist' }
const next = { build: ['next', 'build'], output: '.next/static' }

/** Writes into a file what was in it before, with parts replaced. @param {string} file @param {[string | RegExp, string][]} parts */
function edit(file, parts) {
  const before = readFileSync(file, 'utf8')
  const after = parts.reduce((text, [from, to]) => text.replace(from, to), before)
  if (after === before) throw new Error(`${file} is not what was expected:\n${before}`)
  writeFileSync(file, after)
}

/** A copy of a demo shop beside it, where its packages are found. @param {string} shop @param {string} provider */
function copied(shop, provider) {
  const folder = join('apps', `.bytes-${shop}`)
  const from = join('apps', shop)
  rmSync(folder, { recursive: true, force: true })
  const isKept = (/** @type {string} */ path) => !['.next', 'dist'].includes(basename(path))
  cpSync(from, folder, { recursive: true, verbatimSymlinks: true, filter: isKept })
  const source = readFileSync(join(from, provider), 'utf8')
  const write = (/** @type {Form} */ form) => writeFileSync(join(folder, provider), inForm(source, form))
  return { folder, write }
}

/** As `npm create vite` makes it. @param {string} top @param {string[]} tarballs */
function freshVite(top, tarballs) {
  const folder = join(top, 'fresh-vite')
  run('npm', ['create', '-y', 'vite@latest', 'fresh-vite', '--', '--template', 'react-ts'], top)
  install(folder, tarballs)
  edit(join(folder, 'src/main.tsx'), [
    ['<App />', '<Tracking><App /></Tracking>'],
    ['import App', `import { Tracking } from './Tracking.tsx'\nimport App`],
  ])
  const write = (/** @type {Form} */ form) => writeFileSync(join(folder, 'src/Tracking.tsx'), provider(form))
  return { folder, write }
}

/** As `create-next-app` makes it. @param {string} top @param {string[]} tarballs */
function freshNext(top, tarballs) {
  const folder = join(top, 'fresh-next')
  const options = ['--yes', '--ts', '--app', '--empty', '--use-npm', '--skip-install', '--disable-git']
  run('npx', ['-y', 'create-next-app@latest', 'fresh-next', ...options], top)
  install(folder, tarballs)
  edit(join(folder, 'app/layout.tsx'), [
    ['{children}</body>', '<Tracking>{children}</Tracking></body>'],
    [/^/, `import { Tracking } from "./Tracking";\n`],
  ])
  const write = (/** @type {Form} */ form) => writeFileSync(join(folder, 'app/Tracking.tsx'), provider(form))
  return { folder, write }
}

/** @param {string} folder @param {string[]} tarballs */
function install(folder, tarballs) {
  run('npm', ['install', '--no-audit', '--no-fund', ...tarballs, '@tanstack/react-query@5'], folder)
}

/** Makes each app when its turn comes. @param {string} top @param {string[]} tarballs @returns {[name: string, make: () => App][]} */
export const apps = (top, tarballs) => [
  ['demo shop, Vite', () => ({ ...copied('storefront', 'src/tracking/Tracking.tsx'), ...vite })],
  ['demo shop, Next.js', () => ({ ...copied('next-storefront', 'tracking/Tracking.tsx'), ...next })],
  ['fresh Vite', () => ({ ...freshVite(top, tarballs), ...vite })],
  ['fresh Next.js, Turbopack', () => ({ ...freshNext(top, tarballs), ...next })],
  [
    'fresh Next.js, webpack',
    () => ({ ...freshNext(join(top, 'webpack'), tarballs), ...next, build: ['next', 'build', '--webpack'] }),
  ],
]
