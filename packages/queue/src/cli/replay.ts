import { createOmetriaQueue } from '../ometria-queue.js'
import type { CommandLine } from './command-line.js'
import { queueOf } from './environment.js'
import { CommandError, exitCodes } from './exit.js'

/** Sends rejected hits again. Resolves with the exit code. */
export async function replay(
  { request_id }: CommandLine & { command: 'replay' },
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const queue = createOmetriaQueue(queueOf(environment))
  let hits = await queue.replay(request_id)
  // Digits on the command line may be a number or a text in the hit.
  if (hits === 0 && /^\d+$/.test(request_id ?? '')) hits = await queue.replay(Number(request_id))
  await queue.close()
  if (request_id !== undefined && hits === 0) {
    throw new CommandError(
      `There is no rejected hit with the request id '${request_id}'.`,
      exitCodes.notFound,
    )
  }
  console.log(`${hits} ${hits === 1 ? 'hit is' : 'hits are'} sent again.`)
  return exitCodes.done
}
