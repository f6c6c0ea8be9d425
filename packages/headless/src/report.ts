import { errorPage } from './error-page.js'
import type { OmetriaError } from './errors.js'
import type { TrackEvent } from './events/events.js'

export type Report = (error: OmetriaError, event?: TrackEvent) => void

/**
 * Tells the shop what went wrong: its `onError`, and the console in development. What concerns no event in
 * particular is told once, however often it happens.
 */
export function createReport(config: { onError?: Report | undefined }): Report {
  const told = new Set<string>()
  return (error, event) => {
    if (!event) {
      if (told.has(error.message)) return
      told.add(error.message)
    }
    try {
      config.onError?.(error, event)
    } catch (thrown) {
      console.error(thrown)
    }
    try {
      // Bundlers put `NODE_ENV` in. Where there is no bundler, there is no `process`, and that counts as production.
      if (process.env.NODE_ENV !== 'production')
        console.error(error, `\nWhat to do: ${errorPage(error.code)}`)
    } catch {}
  }
}
