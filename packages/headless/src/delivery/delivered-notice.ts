/** How long a notice stays, in ms. On a busy machine, what a tab writes to storage may take so long to show in other tabs. */
const noticeMs = 10_000

/**
 * A tab's notice to all tabs of the orders that it has just delivered. Storage tells other tabs late, and a tab that tracks the
 * same order meanwhile writes over the claim. So a notice is a Web Lock with the orders in its name: it shows at once.
 */
export function createDeliveredNotice(prefix: string) {
  const nameStart = `${prefix}delivered `
  /** What this tab delivered since its last notice: the keys, and when each order was tracked. */
  const unpublished = new Map<string, number>()
  const listed = new Set<string>()
  const releases = new Set<() => void>()
  let revokedAt = 0

  /** A page that has a lock as it goes away does not get into the back/forward cache. */
  function release() {
    for (const each of releases) each()
    releases.clear()
  }

  return {
    /** Notes an order for the next notice, by its key and by when it was tracked. */
    add: (key: string, at: number) => unpublished.set(key, at),

    /** Gives notice of all that was noted, where something was. */
    publish() {
      if (unpublished.size === 0) return
      const name = nameStart + JSON.stringify([...unpublished])
      unpublished.clear()
      // Made before the lock is asked for: a lock that comes after its release ends at once.
      const over = new Promise<void>(resolve => {
        releases.add(resolve)
        setTimeout(resolve, noticeMs)
      })
      addEventListener('pagehide', release)
      navigator.locks?.request(name, { mode: 'shared' }, () => over).catch(() => {})
    },

    /** Looks at the notices of all tabs. */
    async look() {
      listed.clear()
      try {
        const { held = [] } = await navigator.locks.query()
        for (const { name = '' } of held) {
          if (!name.startsWith(nameStart)) continue
          const orders: [key: string, at: number][] = JSON.parse(name.slice(nameStart.length))
          for (const [key, at] of orders) if (at > revokedAt) listed.add(key)
        }
      } catch {} // There are no locks here, or something else has a lock with such a name. Storage will tell.
    },

    /** Whether this tab saw the order on a notice when it last looked. */
    lists: (key: string) => listed.has(key),

    /** Consent was taken back: an order that was tracked until then may be sent again. */
    withdraw(until: number) {
      revokedAt = until
      listed.clear()
      unpublished.clear()
      release()
    },
  }
}
