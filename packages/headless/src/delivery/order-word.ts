/** How long a word lasts, in ms. On a busy machine, storage tells other tabs that late. */
const wordMs = 10_000

/**
 * A tab's word on the orders that it has just delivered. Storage tells other tabs late, and a tab that tracks the same order
 * meanwhile writes over the claim. So the word is a Web Lock with the orders' keys in its name: other tabs see it at once.
 */
export function createOrderWord(prefix: string) {
  const begin = `${prefix}delivered `
  let told = new Set<string>()
  const ends = new Set<() => void>()

  return {
    /** Tells other tabs of orders, by their keys. */
    tell(keys: string[]) {
      const news = keys.filter(key => !told.has(key))
      if (!news[0]) return
      const last = (over: () => void) => {
        ends.add(over)
        setTimeout(over, wordMs)
      }
      navigator.locks?.request(begin + news.join('\n'), () => new Promise<void>(last)).catch(() => {})
    },

    /** Hears what tabs tell now. */
    async hear() {
      const { held = [] } = (await navigator.locks?.query().catch(() => {})) ?? {}
      const words = held.map(({ name = '' }) => name).filter(name => name.startsWith(begin))
      told = new Set(words.flatMap(word => word.slice(begin.length).split('\n')))
    },

    /** Whether a tab told of this order when this tab last heard. */
    has: (key: string) => told.has(key),

    /** Takes this tab's word back. A page that has a lock as it goes away does not get into the back/forward cache. */
    end() {
      for (const over of ends) over()
    },
  }
}
