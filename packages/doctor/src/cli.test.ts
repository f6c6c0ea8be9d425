import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { accounts } from '../test/accounts.js'

const bin = fileURLToPath(new URL('../bin/ometria-doctor.js', import.meta.url))

const run = (...args: string[]) =>
  new Promise<{ exit: number; out: string; err: string }>(resolve => {
    const child = execFile(process.execPath, [bin, ...args], { env: {} }, (_, out, err) =>
      resolve({ exit: child.exitCode ?? -1, out, err }),
    )
  })

test.each(Object.entries(accounts))('%s: says so', async (_, { start, args, exit }) => {
  const account = await start()
  onTestFinished(account.close)
  const said = await run(
    '--endpoint',
    account.endpoint,
    '--domain-key',
    'acme',
    '--location-key',
    'eu',
    ...args,
  )
  console.log(said.out, said.err)
  expect(said.exit).toBe(exit)
})
