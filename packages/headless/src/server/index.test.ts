import { expect, test } from 'vitest'
import * as entry from './index.js'

test('exports the server client, the relay and the errors by name', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'OmetriaConfigError',
    'OmetriaError',
    'OmetriaRejectedError',
    'OmetriaValidationError',
    'createOmetriaRelay',
    'createOmetriaServer',
  ])
})
