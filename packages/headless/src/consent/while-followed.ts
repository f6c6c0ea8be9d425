import type { ConsentSource } from './consent.js'

/**
 * Follows a platform for as long as somebody listens: `begin` for the first listener, and what `begin` gives back after the
 * last one. `begin` gets what tells all listeners.
 */
export function whileFollowed(begin: (tell: () => void) => () => void): ConsentSource['subscribe'] {
  const listeners = new Set<() => void>()
  let end = () => {}
  const tell = () => {
    for (const listener of listeners) listener()
  }
  return listener => {
    // Wrapped, so that a function given twice is heard twice, and ended one by one.
    const own = () => listener()
    // First, because what a platform says at once is no news: the listener has just asked.
    if (listeners.size === 0) end = begin(tell)
    listeners.add(own)
    return () => {
      if (listeners.delete(own) && listeners.size === 0) end()
    }
  }
}
