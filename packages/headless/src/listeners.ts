/** Listeners of one kind; one that throws keeps nobody else from hearing. */
export function createListeners<Args extends unknown[]>() {
  const listeners = new Set<(...args: Args) => void>()
  return {
    add(listener: (...args: Args) => void) {
      // Wrapped, so that the same function given twice is heard twice and ended one by one.
      const own = (...args: Args) => listener(...args)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    tell(...args: Args) {
      for (const listener of listeners) {
        try {
          listener(...args)
        } catch (thrown) {
          console.error(thrown)
        }
      }
    },
  }
}
