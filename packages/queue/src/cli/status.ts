import { createOmetriaQueue } from '../ometria-queue.js'
import type { Rejected } from '../rejected.js'
import type { CommandLine } from './command-line.js'
import { queueOf } from './environment.js'
import { exitCodes } from './exit.js'
import { withoutPassword } from './without-password.js'

/** How many of the rejected hits are shown. */
const shown = 10

/** Shows what a queue holds. Resolves with the exit code. */
export async function status(
  { json }: CommandLine & { command: 'status' },
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const { connection, name } = queueOf(environment)
  const queue = createOmetriaQueue({ connection, name })
  const counts = await queue.counts()
  const rejected: Rejected[] = []
  for await (const hit of queue.rejected()) {
    if (rejected.push(hit) === shown) break
  }
  await queue.close()
  const about = { queue: name, store: withoutPassword(connection) }
  if (json) {
    const last = rejected.map(({ request_id, status, reason, at }) => ({ request_id, status, reason, at }))
    console.log(JSON.stringify({ ...about, ...counts, lastRejected: last }))
  } else {
    console.log(table({ ...about, ...counts }))
    if (rejected.length > 0) console.log(`\nThe last that were rejected:\n${rejectedLines(rejected)}`)
  }
  return exitCodes.done
}

const table = (rows: Record<string, string | number>) =>
  Object.entries(rows)
    .map(
      ([name, value]) =>
        `${name.padEnd(10)} ${typeof value === 'number' ? value.toLocaleString('en') : value}`,
    )
    .join('\n')

const rejectedLines = (rejected: Rejected[]) =>
  rejected
    .map(
      ({ request_id, reason, at }) => `${new Date(at).toISOString().slice(0, 19)}  ${request_id}  ${reason}`,
    )
    .join('\n')
