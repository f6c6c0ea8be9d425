import { readdirSync, readFileSync } from 'node:fs'
import { until } from './tab.js'

/** The processes below one, out of Linux's /proc, with their names (15 characters of them). */
function below(root: number): { pid: number; name: string }[] {
  const children = readdirSync('/proc')
    .filter(pid => /^\d+$/.test(pid))
    .flatMap(pid => {
      try {
        // pid (name) state parent …; the name itself may hold brackets.
        const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
        const name = readFileSync(`/proc/${pid}/comm`, 'utf8')
        return Number(parent) === root ? [{ pid: Number(pid), name }] : []
      } catch {
        return [] // ended meanwhile
      }
    })
  return children.flatMap(child => [child, ...below(child.pid)])
}

/** Kills the processes that render Firefox's pages, all at once. */
export async function killContent(browser: number | undefined) {
  if (browser === undefined) throw new Error('The browser has ended.')
  const content = () => below(browser).filter(({ name }) => /Web Content|Isolated Web/.test(name))
  const pids = new Set(content().map(({ pid }) => pid))
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  await until('the end of a process', async () => !content().some(({ pid }) => pids.has(pid)))
}
