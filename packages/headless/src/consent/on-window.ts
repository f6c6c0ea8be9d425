import type { ConsentSource } from './consent.js'

/** Follows a platform by the events that it raises on `window`. */
export const onWindow =
  (...events: string[]): ConsentSource['subscribe'] =>
  listener => {
    const listening = new AbortController()
    for (const event of events) addEventListener(event, () => listener(), listening)
    return () => listening.abort()
  }
