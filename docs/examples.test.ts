import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const top = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(top, path), 'utf8')
const list = (folder: string) => readdirSync(join(top, folder)).map(name => join(folder, name))
const listAll = (folder: string): string[] =>
  list(folder).flatMap(path => (statSync(join(top, path)).isDirectory() ? listAll(path) : path))
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...['README.md', 'AGENTS.md'].flatMap(name =>
    list('packages')
      .map(path => join(path, name))
      .filter(path => existsSync(join(top, path))),
  ),
  ...['docs', 'docs/recipes', 'docs/decisions'].flatMap(list).filter(path => path.endsWith('.md')),
]

/** A page's blocks of code, also those of a list, each with the file that its opening line names: ```ts examples/relay.ts */
const blocksOf = (page: string) =>
  [...read(page).matchAll(/^ *```(?:[jt]sx?|mjs|typescript|javascript)\b ?([^\n]*)\n(.*?)^ *```$/gms)]
    .map(([, named = '', code = '']) => ({ named, file: join(dirname(page), named), code }))
    // A block that nothing here can compile says why.
    .filter(({ named }) => !named.startsWith('not compiled, since '))

test.each(pages)('%s shows its examples as they are compiled', page => {
  for (const { file, code } of blocksOf(page)) {
    expect(file, `a block of ${page} names the example that it shows`).toMatch(/^docs.examples./)
    expect(code, `${file}, as shown on ${page}`).toBe(read(file))
  }
})

test('every example is shown on a page', () => {
  const shown = pages.flatMap(blocksOf).map(({ file }) => file)
  expect(listAll('docs/examples').sort()).toEqual([...new Set(shown)].sort())
})
