import { randomUUID } from 'node:crypto'

const prefix = 'fallback-'

/** The id of a job that waits for another report of the same event; it says so itself, which saves looking. */
export const fallbackId = () => `${prefix}${randomUUID()}`

export const isFallback = (jobId: string) => jobId.startsWith(prefix)
