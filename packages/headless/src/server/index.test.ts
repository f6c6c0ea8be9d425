import { expect, test } from 'vitest'
import * as entry from './index.js'

test('exports the server client, the relay, what a worker delivers with, and the errors by name', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'OmetriaConfigError',
    'OmetriaError',
    'OmetriaRejectedError',
    'OmetriaValidationError',
    'createOmetriaRelay',
    'createOmetriaServer',
    'createUpstream',
  ])
})
