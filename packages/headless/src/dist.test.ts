import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

// What `pnpm build` made, alone in a folder: from there no package can be found, zod neither.
const alone = mkdtempSync(join(tmpdir(), 'headless-'))

beforeAll(() => {
  cpSync(new URL('../dist', import.meta.url), alone, { recursive: true })
  writeFileSync(join(alone, 'package.json'), '{ "type": "module" }')
})
afterAll(() => rmSync(alone, { recursive: true }))

function load(module: string) {
  const url = JSON.stringify(pathToFileURL(join(alone, module)))
  return execFileSync(
    process.execPath,
    ['-e', `import(${url}).then(entry => console.log(Object.keys(entry).length))`],
    {
      encoding: 'utf8',
      stdio: 'pipe',
    },
  )
}

test.each(['index.js', 'server/index.js', 'consent/index.js'])(
  '%s loads without zod or any other package',
  entry => {
    expect(Number(load(entry))).toBeGreaterThan(0)
  },
)

test('the schemas need zod', () => {
  expect(() => load('events/schemas.js')).toThrow(/Cannot find package 'zod'/)
})

test('nothing is left of a source that is gone, or was never to be published', () => {
  const files = readdirSync(alone, { recursive: true, encoding: 'utf8' })
  expect(files.filter(file => /\.test[.-]/.test(file))).toEqual([])
})
