import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from '../release/pack.js'
import { apps } from './devtools-bytes/apps.js'
import { forms } from './devtools-bytes/forms.js'
import { run } from './run.js'

// What the devtools leave in production bundles: both demo shops, and fresh apps with the packed packages, each built without
// the devtools and with them in each form that docs/devtools.md names. Fails where the guarded form leaves a byte.
// Takes some minutes.
//
//   pnpm devtools:bytes [part of an app's name]

/** All files for browsers, by name. Each build of Next.js has a random id, which is left out. @param {string} folder */
function filesIn(folder) {
  const idFile = join(folder, '../BUILD_ID')
  const id = existsSync(idFile) ? readFileSync(idFile, 'utf8') : 'no id'
  const withoutId = (/** @type {string} */ text) => text.replaceAll(id, 'id')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter(name => statSync(join(folder, name)).isFile())
  const read = (/** @type {string} */ name) => withoutId(readFileSync(join(folder, name), 'latin1'))
  return new Map(files.map(name => [withoutId(name), read(name)]))
}

/** @param {import('./devtools-bytes/apps.js').App} app @param {keyof typeof forms} form */
function built(app, form) {
  for (const left of ['.next', 'dist']) rmSync(join(app.folder, left), { recursive: true, force: true })
  app.write(form)
  // The ids of server actions come from a key, which Next.js makes anew for each build unless it is given.
  const NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = Buffer.alloc(32).toString('base64')
  const fixed = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_SERVER_ACTIONS_ENCRYPTION_KEY }
  const env = { ...process.env, ...fixed }
  run('npx', app.build, app.folder, env)
  return filesIn(join(app.folder, app.output))
}

const bytes = (/** @type {Map<string, string>} */ files) =>
  [...files.values()].reduce((sum, text) => sum + text.length, 0)

/** @param {Map<string, string>} files @param {Map<string, string>} without */
function compared(files, without) {
  const differ = [...new Set([...files.keys(), ...without.keys()])].filter(
    name => files.get(name) !== without.get(name),
  )
  if (differ.length === 0) return 'byte for byte'
  return `${bytes(files) - bytes(without)} bytes more`
}

const top = mkdtempSync(join(tmpdir(), 'bytes-'))
mkdirSync(join(top, 'webpack'))
/** @type {{ [name: string]: { [form: string]: string } }} */
const table = {}
try {
  const tarballs = ['headless', 'react'].map(name => pack(name, top).tarball)
  for (const [name, make] of apps(top, tarballs)) {
    if (process.argv[2] && !name.includes(process.argv[2])) continue
    const app = make()
    try {
      const without = built(app, 'without')
      const again = compared(built(app, 'without'), without)
      const plain = compared(built(app, 'plain'), without)
      const guarded = compared(built(app, 'guarded'), without)
      table[name] = { 'without, built again': again, plain, guarded }
      console.log(name, table[name])
    } finally {
      if (app.folder.startsWith('apps')) rmSync(app.folder, { recursive: true })
    }
  }
} finally {
  rmSync(top, { recursive: true })
}
console.table(table)
if (Object.values(table).some(({ guarded }) => guarded !== 'byte for byte')) process.exitCode = 1
