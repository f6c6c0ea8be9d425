import { expect, test } from 'vitest'
import { isPassing } from './passing-error.js'

test.each([
  [undefined, 'Connection terminated unexpectedly'],
  [undefined, 'timeout exceeded when trying to connect'],
  ['ECONNREFUSED', 'connect'],
  ['EPIPE', 'write'],
  ['40P01', 'deadlock detected'],
  ['53300', 'too many connections'],
  ['57P01', 'terminating connection due to administrator command'],
  ['57P03', 'the database system is starting up'],
])('an error with code %s may pass: %s', (code, message) => {
  expect(isPassing(Object.assign(new Error(message), { code }))).toBe(true)
})

test.each([
  ['BM001', 'BullMQ: the job is gone'],
  ['22P05', 'the text can not be stored'],
  ['42501', 'permission denied'],
  ['42P01', 'no such table'],
])('an error with code %s stays: %s', (code, message) => {
  expect(isPassing(Object.assign(new Error(message), { code }))).toBe(false)
})
