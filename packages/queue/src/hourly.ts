const hour = 3_600_000

/**
 * Runs a task at most once an hour, beside whatever asks for it: what is kept for so long must go even if nothing else
 * ends, and a timer would keep a process alive.
 */
export function hourly(task: () => Promise<unknown>) {
  let next = 0
  return (now = Date.now()) => {
    if (now < next) return
    next = now + hour
    // What it leaves, the next hour takes.
    task().catch(() => {})
  }
}
