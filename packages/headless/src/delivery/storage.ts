import { cure } from '../cure.js'
import { OmetriaError } from '../errors.js'
import type { Report } from '../report.js'

/** Every key of ours begins so, for whichever account: taking consent back removes them all. */
export const ourKeys = 'ometria|'

/** By this event two clients on one page tell each other what they wrote. The browser's `storage` event is for other pages. */
const writtenEvent = `${ourKeys}written`

export type Storage = ReturnType<typeof createStorage>

/** localStorage where it works, the page's memory where it doesn't. Nothing here throws. */
export function createStorage(report: Report) {
  const memory = new Map<string, string>()

  // Asked each time: the getter itself throws where storage is blocked, and a full one may have room again.
  function local<Result>(use: (area: globalThis.Storage) => Result): Result | undefined {
    try {
      return use(localStorage)
    } catch (cause) {
      report(new OmetriaError('storage', `localStorage is blocked or full.${cure('storage')}`, { cause }))
      return undefined
    }
  }

  /** `null` where nothing stands there, `undefined` where nobody can look. */
  const get = (key: string) => memory.get(key) ?? local(area => area.getItem(key))

  function set(key: string, value: string) {
    memory.set(key, value)
    local(area => {
      area.setItem(key, value)
      memory.delete(key)
    })
  }

  return {
    set,
    /** Writes what another client on this page should hear of, as every other page does. */
    publish(key: string, value: string) {
      set(key, value)
      dispatchEvent(new StorageEvent(writtenEvent, { key, newValue: value }))
    },
    /** Hears of what others wrote: the key (`null`: all was cleared), and the value (`null`: it was removed). */
    listen(hear: (key: string | null, value: string | null) => void, until: AbortController) {
      for (const type of ['storage', writtenEvent])
        addEventListener(
          type,
          event => event instanceof StorageEvent && hear(event.key, event.newValue),
          until,
        )
    },
    get,
    /** What stands there, as words: none where nothing stands there. */
    words: (key: string) => (get(key) ?? '').split(' '),
    remove(key: string) {
      memory.delete(key)
      local(area => area.removeItem(key))
    },
    /** All keys that begin so. */
    keys: (prefix: string) =>
      [...memory.keys(), ...(local(Object.keys) ?? [])].filter(key => key.startsWith(prefix)),
    /** Moves what had to stay in memory to localStorage, as far as it takes it now. */
    persist() {
      for (const [key, value] of memory) set(key, value)
    },
  }
}
