import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'

const app = join(import.meta.dirname, '../apps/next-storefront')
const next = createRequire(join(app, 'package.json')).resolve('next/dist/bin/next')

/** Builds the Next.js shop as it would ship, and serves it in a process of its own, which alone sees `env`. */
export async function serveNext(env: Record<string, string>) {
  await mkdir(join(app, '.next'), { recursive: true })
  const dist = await mkdtemp(join(app, '.next/e2e-'))
  const production = { ...process.env, NODE_ENV: 'production' as const, NEXT_DIST_DIR: relative(app, dist) }
  await promisify(execFile)(process.execPath, [next, 'build'], { cwd: app, env: production })

  const server = spawn(process.execPath, [next, 'start', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: app,
    env: { ...production, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    /** Without a slash at the end. */
    url: await addressIn(server.stdout),
    async close() {
      server.kill()
      await once(server, 'exit')
      await rm(dist, { recursive: true })
    },
  }
}

/** It says where it is before it is ready. */
async function addressIn(output: Readable): Promise<string> {
  let said = ''
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    said += chunk
    const [, url] = /Local:\s+(http:\S+).*Ready/s.exec(said) ?? []
    if (!url) continue
    output.resume()
    return url
  }
  throw new Error(`The Next.js shop did not start:\n${said}`)
}
