import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

export interface ServedApp {
  /** Without a slash at the end. */
  url: string
  close(): Promise<void>
}

/** Builds an app as it would ship, and serves it. `env` is what the build sees as `import.meta.env`. */
export async function serveApp(root: string, env: Record<string, string> = {}): Promise<ServedApp> {
  const outDir = await mkdtemp(join(tmpdir(), 'app-'))
  // The test runner says 'test', and a build for that is no build for shoppers.
  Object.assign(process.env, env, { NODE_ENV: 'production' })
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({
    root,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  })
  const url = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? ''
  return {
    url,
    async close() {
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}
