import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.js'
import type { StoreServer } from './store-server.js'
import { until } from './until.js'

export const hasRedis = () => spawnSync('redis-server', ['--version']).status === 0

/** Debian's Redis, which writes each command to its append-only file before it answers. */
export async function redisServer(): Promise<StoreServer> {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'ometria-redis-'))
  let server: ChildProcess | undefined

  async function kill() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }

  return {
    name: 'Redis',
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const settings = ['--bind', '127.0.0.1', '--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
      server = spawn('redis-server', ['--port', String(port), '--dir', dir, ...settings], { stdio: 'ignore' })
      await until(() => answers(port))
    },
    kill,
    async remove() {
      await kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Whether it has read its files: before that it answers `-LOADING`. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    socket.write('PING\r\n')
    const [answer] = await once(socket, 'data')
    return String(answer).startsWith('+PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
