import { parseArgs } from 'node:util'
import { CommandError } from './exit.js'

export const usage = `ometria-queue work     delivers what waits in the queue to Ometria, until it is stopped
  --concurrency <n>      how many hits to send at the same time (10)
  --rate <n>/<ms>        how many hits the account takes in so many ms, over all workers: 50/1000
ometria-queue status   shows what waits, and what was refused
  --json                 as JSON
ometria-queue replay [request_id]
                       sends what was refused again, all of it or one hit

Environment variables:
  OMETRIA_QUEUE_URL      the store: redis://… or postgres://…
  OMETRIA_QUEUE_NAME     the queue's name (ometria)
  OMETRIA_DOMAIN_KEY, OMETRIA_LOCATION_KEY
                         the account's keys, for work
  OMETRIA_API_KEY, OMETRIA_API_SECRET
                         its credentials, where it asks for Basic authentication

Exit codes: 0 done, 1 unforeseen, 2 wrong usage, 3 the store gave no answer, 4 no such rejected hit.
SIGTERM and SIGINT let a worker finish what it is sending; a second one ends it at once (143, 130).`

export type CommandLine =
  | { command: 'help' }
  | { command: 'work'; concurrency?: number; rate?: { max: number; perMs: number } }
  | { command: 'status'; json: boolean }
  | { command: 'replay'; request_id?: string }

/** @throws CommandError where it makes no sense */
export function commandLine(args: string[]): CommandLine {
  const { values, positionals } = parse(args)
  const [command, request_id, ...more] = positionals
  if (values.help || command === 'help') return { command: 'help' }
  if (more.length > 0 || (request_id !== undefined && command !== 'replay')) {
    throw wrong(`It takes nothing after '${command}${command === 'replay' ? ' <request_id>' : ''}'.`)
  }
  switch (command) {
    case 'work': {
      const concurrency = values.concurrency === undefined ? {} : { concurrency: number(values.concurrency) }
      return { command, ...concurrency, ...rateOf(values.rate) }
    }
    case 'status':
      return { command, json: values.json ?? false }
    case 'replay':
      return request_id === undefined ? { command } : { command, request_id }
    default:
      throw wrong(command === undefined ? 'It takes a command.' : `There is no command '${command}'.`)
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        concurrency: { type: 'string' },
        rate: { type: 'string' },
      },
    })
  } catch (thrown) {
    throw wrong(thrown instanceof Error ? `${thrown.message}.` : '')
  }
}

function number(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw wrong(`--concurrency: expected a whole number from 1, such as 10, and not '${text}'.`)
}

function rateOf(text: string | undefined) {
  if (text === undefined) return {}
  const [, max, perMs] = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(text) ?? []
  if (max === undefined) throw wrong(`--rate: expected hits/ms, such as 50/1000, and not '${text}'.`)
  return { rate: { max: Number(max), perMs: Number(perMs) } }
}

const wrong = (what: string) => new CommandError(`${what}\n\n${usage}`)
