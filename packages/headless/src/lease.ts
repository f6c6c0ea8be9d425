import { hexId } from './hex-id.js'
import type { Storage } from './storage.js'

const leaseMs = 15_000
const renewMs = 5_000
const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/**
 * Does the work while this page's name stands in storage. Two pages that write at once both look again after a
 * moment, and the later one has it. A page that died leaves a lease that runs out.
 */
export async function withLease(key: string, storage: Storage, work: () => Promise<void>): Promise<void> {
  const me = hexId()
  const holder = () => {
    const [name, until] = (storage.get(key) ?? '').split(' ')
    const left = Number(until) - Date.now()
    // A lease longer than any we give was written before the clock was set back.
    return left > 0 && left <= leaseMs ? name : undefined
  }
  const renew = () => storage.set(key, `${me} ${Date.now() + leaseMs}`)

  for (;;) {
    while (holder()) await pause(1_000)
    renew()
    await pause(100)
    if (holder() === me) break
  }
  const renewal = setInterval(renew, renewMs)
  try {
    await work()
  } finally {
    clearInterval(renewal)
    storage.remove(key)
  }
}
