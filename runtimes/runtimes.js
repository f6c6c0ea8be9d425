import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

const engines = createRequire(`${import.meta.dirname}/engines/package.json`)
const modules = `${import.meta.dirname}/engines/node_modules`

/** @typedef {{ name: string, error?: string }[]} Results */
/** @typedef {{ name: string, version(): Promise<string>, play(upstream: string): Promise<Results> }} Runtime */

/** @type {Runtime[]} */
export const runtimes = [
  ofProcess('Node.js, this one', process.execPath),
  ofProcess('Node.js 22', `${modules}/node-22/bin/node`),
  ofProcess('Node.js 24', `${modules}/node-24/bin/node`),
  ofProcess('Bun', `${modules}/@oven/bun-linux-x64/bin/bun`),
  ofProcess('Deno', `${modules}/@deno/linux-x64-glibc/deno`, ['run', '--allow-all']),
  { name: 'workerd (Cloudflare Workers, Oxygen)', version: () => versionOf('workerd'), play: inWorkerd },
  {
    name: 'edge runtime (Vercel, Netlify)',
    version: () => versionOf('@edge-runtime/vm'),
    play: inEdgeRuntime,
  },
]

/**
 * @param {string} name
 * @param {string} binary
 * @param {string[]} args
 * @returns {Runtime}
 */
function ofProcess(name, binary, args = []) {
  const run = promisify(execFile)
  return {
    name,
    async version() {
      const { stdout } = await run(binary, ['--version'])
      return /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? '?'
    },
    async play(upstream) {
      const script = `${import.meta.dirname}/hosts/process.js`
      const { stdout } = await run(binary, [...args, script, upstream], { timeout: 120_000 })
      return JSON.parse(stdout)
    },
  }
}

const versionOf = async (/** @type {string} */ name) => engines(`${name}/package.json`).version

/** As a shop's bundler would make it. @param {'esm' | 'iife'} format */
async function bundled(format) {
  const { outputFiles } = await engines('esbuild').build({
    entryPoints: [`${import.meta.dirname}/hosts/worker.js`],
    bundle: true,
    write: false,
    format,
    globalName: 'host',
    platform: 'neutral',
    target: 'es2022',
  })
  return outputFiles[0].text
}

/** @param {string} upstream */
async function inWorkerd(upstream) {
  const { Miniflare } = engines('miniflare')
  const worker = new Miniflare({
    modules: true,
    script: await bundled('esm'),
    compatibilityDate: '2026-01-01',
  })
  try {
    return await (await worker.dispatchFetch(`http://worker/?upstream=${upstream}`)).json()
  } finally {
    await worker.dispose()
  }
}

/** @param {string} upstream */
async function inEdgeRuntime(upstream) {
  const { EdgeVM } = engines('@edge-runtime/vm')
  const vm = new EdgeVM({ initialCode: await bundled('iife') })
  const response = await vm.evaluate(`host.answer(new Request('http://edge/?upstream=${upstream}'))`)
  return response.json()
}
