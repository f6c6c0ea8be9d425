import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
const pages = readdirSync(import.meta.dirname).filter(name => name.endsWith('.md'))

/** A page's blocks of TypeScript, each with the file that its opening line names: ```ts examples/relay.ts */
const blocksOf = (page: string) =>
  [...read(page).matchAll(/^```tsx? ?(\S*)\n(.*?)^```$/gms)].map(([, file = '', code = '']) => ({
    file,
    code,
  }))

test.each(pages)('%s shows its examples as they are compiled', page => {
  for (const { file, code } of blocksOf(page)) {
    expect(file, `a block of ${page} names the file that it shows`).toMatch(/^examples\//)
    expect(code, `${file}, as shown on ${page}`).toBe(read(file))
  }
})

test('every example is shown on a page', () => {
  const shown = pages.flatMap(blocksOf).map(({ file }) => file)
  expect(
    readdirSync(join(import.meta.dirname, 'examples'))
      .map(name => `examples/${name}`)
      .sort(),
  ).toEqual([...new Set(shown)].sort())
})
