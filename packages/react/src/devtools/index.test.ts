import { expect, test } from 'vitest'
import * as devtools from './index.js'
import * as production from './production.js'

test('both entries export the same names', () => {
  const names = ['OmetriaDevtools', 'OmetriaDevtoolsPanel', 'ometriaDevtoolsPlugin']
  expect(Object.keys(devtools).sort()).toEqual(names)
  expect(Object.keys(production).sort()).toEqual(names)
})

test('outside of development the plain entry shows nothing', () => {
  expect([devtools.OmetriaDevtools(), devtools.OmetriaDevtoolsPanel({})]).toEqual([null, null])
})
