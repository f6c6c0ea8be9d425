import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

const folder = import.meta.dirname
const bin = `${folder}/../bin/ometria-queue.js`

/** Starts `ometria-queue` as a shop would; whatever it sends to Ometria goes to `OMETRIA_TEST_UPSTREAM`. */
export function command(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', `${folder}/redirect-fetch.js`, bin, ...args], {
    env: { PATH: process.env.PATH, ...env },
  })
  const out = text(child.stdout)
  const errors = text(child.stderr)
  return {
    child,
    async ended() {
      const [code] = await once(child, 'exit')
      return { code, out: await out, errors: await errors }
    },
  }
}
