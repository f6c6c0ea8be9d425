import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBlocks } from '../starters/page-blocks.js'
import { starters } from '../starters/starters.js'

const folder = join(import.meta.dirname, 'start')
const pages = readdirSync(folder).filter(name => name !== 'index.md')
const index = readFileSync(join(folder, 'index.md'), 'utf8')

test.each(pages)('start/%s is followed by a starter, and listed', page => {
  expect(Object.values(starters).map(starter => starter.page)).toContain(`start/${page}`)
  expect(index).toContain(`](${page})`)
})

test.each(Object.entries(starters))('%s has every step from an empty folder to a visit', (_, { page }) => {
  const { steps } = readBlocks(join(import.meta.dirname, page))
  expect([...steps.keys()]).toEqual(['create', 'install', 'mock', 'build', 'run'])
})
