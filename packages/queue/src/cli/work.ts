import { once } from 'node:events'
import type { OmetriaError, TrackEvent } from 'ometria-headless/server'
import { createOmetriaWorker } from '../ometria-worker.js'
import type { CommandLine } from './command-line.js'
import { accountOf, queueOf } from './environment.js'
import { exitCodes } from './exit.js'
import { logLine } from './log-line.js'
import { withoutPassword } from './without-password.js'

/** Delivers until it is told to stop. Resolves with the exit code. */
export async function work(
  { concurrency, rate }: CommandLine & { command: 'work' },
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const account = accountOf(environment)
  const { connection, name } = queueOf(environment)
  const worker = createOmetriaWorker({ ...account, connection, name, concurrency, rate, onError: told })

  log('info', 'Delivering.', { queue: name, store: withoutPassword(connection), pid: process.pid })
  const [signal] = await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  log('info', 'Stopping: what is being sent is finished first. Another signal stops at once.', { signal })
  for (const [again, code] of [
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const) {
    process.once(again, () => process.exit(code))
  }
  await worker.close()
  log('info', 'Stopped.')
  return exitCodes.done
}

function told({ code, message, ...rest }: OmetriaError, event?: TrackEvent) {
  const request = event?.request_id === undefined ? {} : { request_id: event.request_id }
  const status = 'status' in rest ? { status: rest.status } : {}
  log(code === 'storage' ? 'warn' : 'error', message, { code, ...request, ...status })
}

function log(level: 'info' | 'warn' | 'error', message: string, more: Record<string, unknown> = {}) {
  console.log(logLine(level, message, more, { terminal: process.stdout.isTTY === true, now: new Date() }))
}
