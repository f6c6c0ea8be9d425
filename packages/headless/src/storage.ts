import { OmetriaError } from './errors.js'
import type { Report } from './report.js'

/** Every key of ours begins so, for whichever account: revoking consent removes them all. */
export const ourKeys = 'ometria|'

/** localStorage where it works, the page's memory where it doesn't. Nothing here throws. */
export interface Storage {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  /** All keys that begin so. */
  keys(prefix: string): string[]
  /** Moves what had to stay in memory to localStorage, as far as it takes it now. */
  persist(): void
}

export function createStorage(report: Report): Storage {
  const memory = new Map<string, string>()

  // Asked each time: the getter itself throws where cookies are blocked, and a full storage may empty itself.
  function local<Result>(use: (area: globalThis.Storage) => Result): Result | undefined {
    try {
      return use(localStorage)
    } catch (cause) {
      report(
        new OmetriaError(
          'storage',
          'localStorage refused to work; events wait in memory, for this page only.',
          {
            cause,
          },
        ),
      )
      return undefined
    }
  }

  function set(key: string, value: string) {
    memory.set(key, value)
    local(area => {
      area.setItem(key, value)
      memory.delete(key)
    })
  }

  return {
    set,
    get: key => memory.get(key) ?? local(area => area.getItem(key)) ?? null,
    remove(key) {
      memory.delete(key)
      local(area => area.removeItem(key))
    },
    keys(prefix) {
      const keys = new Set([...memory.keys(), ...(local(area => Object.keys(area)) ?? [])])
      return [...keys].filter(key => key.startsWith(prefix))
    },
    persist() {
      for (const [key, value] of memory) set(key, value)
    },
  }
}
