import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Nobody is there to answer a question, and nobody is to be told about us. */
const quiet = {
  npm_config_yes: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_loglevel: 'error',
  npm_config_update_notifier: 'false',
  npm_config_prefer_offline: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
  TANSTACK_CLI_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  CI: 'true',
  TEMPLATES: join(import.meta.dirname, 'templates'),
}

/**
 * What pnpm and Vitest tell their children is not for a stranger's shop.
 *
 * @param {Record<string, string>} more
 */
function environment(more) {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_ENV$|NODE_OPTIONS$|VITEST)/.test(name),
  )
  return { ...Object.fromEntries(own), ...quiet, ...more }
}

/**
 * A terminal: it runs the lines of a block one after the other, and stops at the first that fails.
 *
 * @param {string} script
 * @param {{ cwd: string, env?: Record<string, string> }} where
 */
function terminal(script, { cwd, env = {} }) {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that what it starts can be ended with it
  })
  const terminal = { child, said: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      terminal.said += chunk
    })
  }
  return terminal
}

/**
 * Runs it to its end.
 *
 * @param {string} script
 * @param {{ cwd: string, env?: Record<string, string> }} where
 */
export async function run(script, where) {
  const running = terminal(script, where)
  const [code] = await once(running.child, 'close')
  if (code !== 0) throw new Error(`${lastLine(script)}: ended with ${code}\n${running.said.slice(-4000)}`)
}

/**
 * Starts something that goes on, and waits until `url` answers.
 *
 * @param {string} script
 * @param {string} url
 * @param {{ cwd: string, env?: Record<string, string> }} where
 */
export async function serve(script, url, where) {
  const running = terminal(script, where)
  const close = async () => {
    if (running.child.exitCode !== null || running.child.pid === undefined) return
    process.kill(-running.child.pid)
    await once(running.child, 'exit')
  }
  const deadline = Date.now() + 120_000
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  ) {
    if (running.child.exitCode !== null || Date.now() > deadline) {
      await close()
      throw new Error(`${lastLine(script)}: serves nothing at ${url}\n${running.said.slice(-4000)}`)
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return { close, said: () => running.said }
}

/** @param {string} script */
function lastLine(script) {
  return script.trim().split('\n').at(-1)
}
