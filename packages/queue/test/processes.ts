import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

const started: ChildProcess[] = []
process.once('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

/** A process of this folder, once it has said that it is ready. */
export async function run(script: 'worker-process' | 'relay-process', ...args: string[]) {
  const child = fork(`${import.meta.dirname}/${script}.js`, args)
  const [said] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${script} ended with ${code}`)
    }),
  ])
  // A test that fails leaves it behind: then it keeps nobody waiting, and ends with the tests.
  child.unref()
  child.channel?.unref()
  started.push(child)
  return { child, port: Number(said.port) }
}

/** Ends a process as a crash would. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
