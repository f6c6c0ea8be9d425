/** Listeners of one kind. One that throws keeps nobody else from hearing. */
export function createListeners<News>() {
  const listeners = new Set<(news: News) => void>()
  return {
    add(listener: (news: News) => void) {
      // Wrapped, so that a function given twice is heard twice, and ended one by one.
      const own = (news: News) => listener(news)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    tell(news: News) {
      for (const listener of listeners) {
        try {
          listener(news)
        } catch (thrown) {
          console.error(thrown)
        }
      }
    },
  }
}
