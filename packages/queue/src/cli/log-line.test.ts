import { expect, test } from 'vitest'
import { logLine } from './log-line.js'

const now = new Date('2026-11-24T10:20:30Z')

test('a line is JSON where no terminal shows it', () => {
  expect(
    JSON.parse(logLine('error', 'No.\nReally.', { code: 'rejected' }, { terminal: false, now })),
  ).toEqual({
    time: '2026-11-24T10:20:30.000Z',
    level: 'error',
    message: 'No.\nReally.',
    code: 'rejected',
  })
})

test('a line is for reading in a terminal', () => {
  expect(logLine('info', 'Delivering.', { queue: 'ometria', pid: 1 }, { terminal: true, now })).toBe(
    '10:20:30  info   Delivering.  queue=ometria  pid=1',
  )
})
