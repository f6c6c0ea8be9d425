import { Queue } from 'bullmq'
import { redisPrefix } from './redis-store.js'
import { requestHash } from './request-hash.js'
import type { Store } from './store.js'

/**
 * The events of each order, in the order in which they came. BullMQ has no groups, so a line is a job in a queue of its
 * own, on which nobody works; its log is the line. Few orders have one: most are placed, and that is all.
 */
export function createOrderLines(queue: string, { connection, backend }: Store) {
  const lines = new Queue(`${queue}-orders`, { connection, prefix: redisPrefix }, backend)
  lines.on('error', () => {})

  return {
    /**
     * Puts an event of an order into its line.
     *
     * @returns the hashes of what must be settled first: the order's `add` under its usual name, and all that came before.
     *   An `add` itself goes first whenever it comes.
     */
    async join(order: string, kind: string, hash: string): Promise<string[]> {
      const placed = requestHash(`order-add-${order}`)
      if (hash === placed) return []
      const line = requestHash(order)
      await lines.add('order', {}, { jobId: line })
      await lines.addJobLog(line, hash)
      if (kind === 'order add') return []
      const { logs } = await lines.getJobLogs(line)
      return [...new Set([placed, ...logs.slice(0, logs.indexOf(hash))])].filter(other => other !== hash)
    },
    /** Removes lines that began so many ms ago. */
    forget: (keepMs: number) => lines.clean(keepMs, 1_000, 'wait'),
    close: () => lines.close(),
  }
}
