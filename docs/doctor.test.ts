import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { setUp } from '../packages/doctor/src/set-up.js'
import { accounts, type Kind } from '../packages/doctor/test/accounts.js'
import { askAbout } from '../packages/doctor/test/ask-about.js'

const path = join(import.meta.dirname, 'doctor.md')
const page = readFileSync(path, 'utf8')
const block = /^```text (.+)\n[\s\S]*?^```$/gm

// `pnpm reports` writes them anew.
test('docs/doctor.md shows what the doctor says of each kind of account', async () => {
  expect([...page.matchAll(block)].map(([, name]) => name).sort()).toEqual(Object.keys(accounts).sort())
  const reports = new Map<string, string>()
  for (const [name, kind] of Object.entries<Kind>(accounts)) {
    reports.set(name, shown((await askAbout(kind)).out))
  }
  const renewed = page.replace(block, (_, name) => `\`\`\`text ${name}\n${reports.get(name)}\`\`\``)
  await expect(renewed).toMatchFileSnapshot(path)
}, 60_000)

/** What differs each time, as always the same. */
const shown = (report: string) =>
  report
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:4010')
    .replace(/(ometria-doctor-)[\da-f]{12}/g, '$10123456789ab')

const keys = { domainKey: 'your-domain-key', locationKey: 'your-location-key' }

test.each([
  ['browser', ['keyed-shop.tsx']],
  ['relay', ['relay.ts', 'relayed-shop.tsx']],
  ['relay with auth', ['relay-with-auth.ts', 'relayed-shop.tsx']],
] as const)('the code for %s is what the examples compile', (setup, examples) => {
  const code = setUp(setup, keys).files.filter(({ name }) => name !== '.env')
  expect(code.map(({ code }) => code)).toEqual(
    examples.map(name => readFileSync(join(import.meta.dirname, 'examples', name), 'utf8')),
  )
})
