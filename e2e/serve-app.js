import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

/**
 * Builds an app as it would ship, and serves it.
 *
 * @param {string} root
 * @param {Record<string, string>} env what the build sees as `import.meta.env`
 * @param {Record<string, import('node:http').RequestListener>} routes what answers in place of the app, by path
 * @returns {Promise<{ url: string, close(): Promise<void> }>} its address, without a slash at the end
 */
export async function serveApp(root, env = {}, routes = {}) {
  const outDir = await mkdtemp(join(tmpdir(), 'app-'))
  // The test runner says 'test', and a build for that is no build for shoppers.
  Object.assign(process.env, env, { NODE_ENV: 'production' })
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({
    root,
    build: { outDir },
    // A sandboxed frame is a stranger, even to its own script.
    preview: { port: 0, host: '127.0.0.1', cors: true },
    logLevel: 'error',
    plugins: [
      {
        name: 'routes',
        configurePreviewServer({ middlewares }) {
          for (const [path, answer] of Object.entries(routes)) middlewares.use(path, answer)
        },
      },
    ],
  })
  return {
    url: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '',
    async close() {
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}
