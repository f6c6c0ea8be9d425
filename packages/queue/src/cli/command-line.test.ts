import { expect, test } from 'vitest'
import { commandLine } from './command-line.js'

test.each([
  [['work'], { command: 'work' }],
  [
    ['work', '--concurrency', '20', '--rate', '50/1000'],
    { command: 'work', concurrency: 20, rate: { max: 50, perMs: 1000 } },
  ],
  [['status'], { command: 'status', json: false }],
  [['status', '--json'], { command: 'status', json: true }],
  [['replay'], { command: 'replay' }],
  [['replay', 'order-add-1'], { command: 'replay', request_id: 'order-add-1' }],
  [['help'], { command: 'help' }],
  [['work', '--help'], { command: 'help' }],
])('%j is understood', (args, line) => {
  expect(commandLine(args)).toEqual(line)
})

test.each([
  [[], 'It takes a command.'],
  [['wrok'], "There is no command 'wrok'."],
  [['work', 'now'], "It takes nothing after 'work'."],
  [['replay', 'a', 'b'], "It takes nothing after 'replay <request_id>'."],
  [['work', '--concurrency', '0'], "--concurrency: expected a whole number from 1, such as 10, and not '0'."],
  [['work', '--rate', '50'], "--rate: expected hits/ms, such as 50/1000, and not '50'."],
  [['work', '--fast'], "Unknown option '--fast'"],
])('%j is wrong, and says why and what there is', (args, why) => {
  expect(() => commandLine(args)).toThrow(why)
  expect(() => commandLine(args)).toThrow('ometria-queue status')
})
