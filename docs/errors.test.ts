import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OmetriaErrorCode } from 'ometria-headless'
import { expect, test } from 'vitest'

/** A code that is missing here, or that there is no longer, does not compile. */
const codes: { readonly [Code in OmetriaErrorCode]: true } = {
  config: true,
  invalid: true,
  rejected: true,
  account: true,
  unreachable: true,
  unavailable: true,
  expired: true,
  overflow: true,
  response: true,
  storage: true,
  cookies: true,
}

const page = readFileSync(join(import.meta.dirname, 'errors.md'), 'utf8')
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map(section => [section.slice(0, section.indexOf('\n')), section]),
)

test.each(Object.keys(codes))('`%s` has a section: what happened, why, and what to do', code => {
  expect(sections.get(code)).toMatch(/\*\*What happened\.\*\*.+\*\*Why\.\*\*.+\*\*What to do\.\*\*/s)
  expect(page).toContain(`| [\`${code}\`](#${code})`)
})

test('there is no section for a code that no error has', () => {
  const oneWord = [...sections.keys()].filter(title => !title.includes(' '))
  expect(oneWord.sort()).toEqual(Object.keys(codes).sort())
})
