import { doctor } from '../src/doctor.js'
import type { Kind } from './accounts.js'

/** What the doctor says of a kind of account, asked over HTTP, and of which one. */
export async function askAbout({ start, send, auth }: Kind, ...more: string[]) {
  const account = await start()
  const args = ['--domain-key', 'acme', '--location-key', 'eu', '--endpoint', account.endpoint, ...more]
  const env = { OMETRIA_API_KEY: auth?.key, OMETRIA_API_SECRET: auth?.secret }
  try {
    return { account, ...(await doctor(send ? [...args, '--send'] : args, env)) }
  } finally {
    await account.close()
  }
}
