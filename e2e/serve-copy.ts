import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createServer } from 'vite'

/** A copy of an app, beside it, on Vite's development server: a spec may edit its files. */
export async function serveCopy(app: string, env: Record<string, string>) {
  // As deep as the app itself, so that the links in its node_modules lead to the same packages.
  const root = mkdtempSync(join(dirname(app), '.copy-'))
  const isKept = (path: string) => basename(path) !== 'dist'
  cpSync(app, root, { recursive: true, verbatimSymlinks: true, filter: isKept })
  // The test runner says 'test', and Vite goes by it.
  Object.assign(process.env, env, { NODE_ENV: 'development' })
  const server = await createServer({ root, logLevel: 'error', server: { port: 0, host: '127.0.0.1' } })
  await server.listen()

  return {
    url: server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '',
    /** Replaces a text that stands in a file. */
    edit(file: string, from: string, to: string) {
      const before = readFileSync(join(root, file), 'utf8')
      if (!before.includes(from)) throw new Error(`${file} does not say ${from}.`)
      writeFileSync(join(root, file), before.replace(from, to))
    },
    async close() {
      await server.close()
      rmSync(root, { recursive: true })
    },
  }
}
