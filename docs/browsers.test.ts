import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'

/** The oldest browsers that load what we build: see browsers.md. */
const oldest = ['chrome91', 'firefox90', 'safari15']

const packages = join(import.meta.dirname, '../packages')

/** What no browser loads. */
const elsewhere = /headless\/dist\/(server|events\/schemas)|react\/dist\/testing/

const files = ['headless', 'react', 'adapters'].flatMap(name =>
  readdirSync(join(packages, name, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.js'))
    .map(file => `${name}/dist/${file}`)
    .filter(file => !elsewhere.test(file)),
)

/** esbuild rewrites what these browsers can't read; what it leaves alone, they can. */
async function isReadBy(target: string[], code: string) {
  const written = async (target: string | string[]) => (await transform(code, { target, format: 'esm' })).code
  return (await written(target)) === (await written('esnext'))
}

test.each(files)('%s is written in the language of the oldest browsers', async file => {
  expect(await isReadBy(oldest, readFileSync(join(packages, file), 'utf8'))).toBe(true)
})

test.each([
  ['class fields of a static block', 'class A { static { this.a = 1 } }'],
  ['a regular expression’s v flag', 'const a = /[a--b]/v'],
  ['using', 'using a = b()'],
])('%s would be found', async (_, code) => {
  expect(await isReadBy(oldest, code)).toBe(false)
})

/** What the oldest browsers lack, as far as anybody might reach for it. */
const newer: Record<string, RegExp> = {
  'AbortSignal.any': /AbortSignal\.any\b/,
  'AbortSignal.timeout': /AbortSignal\.timeout\b/,
  'Array.at': /\.at\(-/,
  'Array.findLast': /\.findLast(Index)?\(/,
  'Array.fromAsync': /Array\.fromAsync\b/,
  'Array.toSorted': /\.to(Sorted|Reversed|Spliced)\(/,
  'Object.groupBy': /\b(Object|Map)\.groupBy\b/,
  'Object.hasOwn': /Object\.hasOwn\b/,
  'Promise.withResolvers': /Promise\.(withResolvers|try)\b/,
  'Set methods': /\.(isSubsetOf|isSupersetOf|symmetricDifference|difference|intersection|union)\(/,
  'URL.parse': /URL\.(parse|canParse)\b/,
  'crypto.randomUUID': /randomUUID\(/,
  'fetch keepalive': /\bkeepalive[:,]/,
  'iterator helpers': /\.(values|entries|keys)\(\)\.(map|filter|some|find|toArray)\(/,
  'navigator.locks': /navigator\.locks\b/,
  requestIdleCallback: /requestIdleCallback\b/,
  scheduler: /\bscheduler\.(yield|postTask)/,
  structuredClone: /structuredClone\(/,
}

test('what the oldest browsers lack is used where browsers.md says, and nowhere else', () => {
  const uses = files.flatMap(file => {
    const code = readFileSync(join(packages, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
    return Object.keys(newer).flatMap(name => (newer[name]?.test(code) ? [`${name} in ${file}`] : []))
  })
  expect(uses.sort()).toMatchInlineSnapshot(`
    [
      "fetch keepalive in headless/dist/delivery/entry-attempt.js",
      "navigator.locks in headless/dist/delivery/delivered-notice.js",
      "navigator.locks in headless/dist/delivery/tab-lock.js",
      "navigator.locks in react/dist/devtools/sending-tab.js",
    ]
  `)
})
