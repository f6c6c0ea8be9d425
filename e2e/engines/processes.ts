import { readdirSync, readFileSync } from 'node:fs'

/** The processes below one, out of Linux's /proc, with their command lines. */
function below(root: number): { pid: number; command: string }[] {
  const children = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        // pid (name) state parent …; the name itself may hold brackets.
        const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return Number(parent) === root ? [{ pid: Number(name), command }] : []
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
    .filter(({ command }) => /-contentproc .* tab ?$|WebKitWebProcess/.test(command))
    .map(({ pid }) => pid)
}

export function kill(pids: number[]) {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {} // ended by itself
  }
}
