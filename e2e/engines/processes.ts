import { readdirSync, readFileSync } from 'node:fs'

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

/** The processes that render a browser's pages. */
export function contentProcesses(browser: number | undefined) {
  if (browser === undefined) throw new Error('The browser has ended.')
  return below(browser)
    .filter(({ name }) => /Web Content|Isolated Web|WebKitWebProces/.test(name))
    .map(({ pid }) => pid)
}

export function kill(pids: number[]) {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {} // ended by itself
  }
}
