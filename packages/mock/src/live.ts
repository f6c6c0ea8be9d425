import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Attempt, MockOmetria } from './mock.js'
import { page } from './page.js'
import { readFault } from './remote-fault.js'

/** Is told of each attempt as it arrives, and of each reset. */
export type Watcher = (event: 'attempt' | 'reset', attempt?: Attempt) => void

/** The window into a mock: its page, the stream that feeds it, and the switches to make it fail. */
export function live(
  { attempts, faults, reset }: Pick<MockOmetria, 'attempts' | 'faults' | 'reset'>,
  watchers: Set<Watcher>,
): Hono {
  return new Hono()
    .get('/', c => c.html(page))
    .get('/events', c =>
      streamSSE(c, async stream => {
        const watch: Watcher = (event, attempt) => void stream.writeSSE({ event, data: show(attempt) })
        // Everything is sent again, so a page that reconnects has to begin anew.
        watch('reset')
        for (const attempt of attempts) watch('attempt', attempt)
        watchers.add(watch)
        await new Promise<void>(resolve => stream.onAbort(resolve))
        watchers.delete(watch)
      }),
    )
    .delete('/events', c => {
      reset()
      return c.body(null, 204)
    })
    .post('/faults', async c => {
      const reading = readFault(await c.req.json().catch(() => undefined))
      if ('issues' in reading) {
        return c.json(
          { error: 'This fault is not one the mock knows; see issues.', issues: reading.issues },
          400,
        )
      }
      faults.push(reading.fault)
      return c.body(null, 204)
    })
}

function show(attempt?: Attempt): string {
  if (!attempt) return '{}'
  const { headers: _, ...shown } = attempt
  try {
    return JSON.stringify(shown)
  } catch {
    // What JSON.parse reads in a loop, JSON.stringify walks by recursion: some thousand levels are too deep for it.
    return JSON.stringify({ ...shown, body: 'Nested too deeply to be shown.' })
  }
}
