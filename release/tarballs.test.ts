import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pack, packages } from './pack.js'

const folder = mkdtempSync(join(tmpdir(), 'tarballs-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a shop may import. A name that goes missing breaks shops; a new one is a promise. */
const exports: Record<string, string[]> = {
  headless: ['.', './consent', './schemas', './schemas/*.json', './server', './visitor'],
  react: ['.', './devtools', './devtools/production', './testing', './testing/jest-globals'],
  queue: ['.'],
  adapters: [
    '.',
    './bigcommerce',
    './commercetools',
    './ga4',
    './magento',
    './medusa',
    './saleor',
    './salesforce',
    './shopify',
    './vendure',
    './woocommerce',
  ],
  mock: ['.', './fixtures/*', './node'],
  doctor: [], // a command alone
}

/** All that may be in a tarball besides what `exports` and `bin` need. */
const allowed = [
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE|AGENTS\.md)$/,
  /^dist\/errors\.md$/,
  /^dist\/.*\.(js|d\.ts|js\.map|d\.ts\.map|json)$/,
  /^(bin|fixtures)\/[\w-]+\.(js|json)$/,
]

interface Manifest {
  exports?: Record<string, string | Record<string, string>>
  bin?: Record<string, string>
  [field: string]: unknown
}

describe.each(packages)('what is published of %s', name => {
  const { content } = pack(name, folder)
  const read = (file: string) => readFileSync(join(content, file), 'utf8')
  const files = readdirSync(content, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(content, join(entry.parentPath, entry.name)))
  const manifest: Manifest = JSON.parse(read('package.json'))

  test('has the entries that shops import, and each of them its files', () => {
    const entries = manifest.exports ?? {}
    expect(Object.keys(entries).sort()).toEqual(exports[name])
    const targets = Object.values(entries).flatMap(entry =>
      typeof entry === 'string' ? entry : Object.values(entry),
    )
    for (const target of [...targets, ...Object.values(manifest.bin ?? {})]) {
      const [before = '', after = ''] = target.replace('./', '').split('*')
      const found = files.filter(file => file.startsWith(before) && file.endsWith(after))
      expect(found, target).not.toEqual([])
    }
  })

  test('holds nothing else', () => {
    expect(files.filter(file => !allowed.some(pattern => pattern.test(file)))).toEqual([])
    expect(files.filter(file => /\.(test|spec|test-d)\./.test(file))).toEqual([])
    for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE']) expect(files).toContain(file)
    if (read('README.md').includes('`AGENTS.md` in this package')) expect(files).toContain('AGENTS.md')
  })

  test('has maps that carry their sources', () => {
    const scripts = files.filter(file => /^dist\/.*\.js$/.test(file))
    expect(scripts).not.toEqual([])
    for (const file of scripts) {
      const { sources, sourcesContent } = JSON.parse(read(`${file}.map`))
      expect(sourcesContent?.length, file).toBe(sources.length)
    }
    for (const file of files.filter(file => file.endsWith('.d.ts.map'))) {
      for (const source of JSON.parse(read(file)).sources)
        expect(existsSync(join(content, dirname(file), source)), `${file} names ${source}`).toBe(true)
    }
  })

  test('can be found and stands alone: keywords, a licence, no link into this repository, no workspace', () => {
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module', sideEffects: false })
    expect(manifest.keywords).toEqual(expect.arrayContaining(['ometria']))
    expect(JSON.stringify(manifest)).not.toContain('workspace:')
    for (const file of files.filter(file => file.endsWith('.md'))) {
      const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, link]) => link)
      expect(links, `${file} links to what npm does not show`).toEqual([])
    }
  })
})
