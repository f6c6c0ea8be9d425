import { useSyncExternalStore } from 'react'

export interface Stored<Value> {
  get(): Value
  update(change: (value: Value) => Value): void
  subscribe(listener: () => void): () => void
}

/**
 * A value kept in localStorage, and in memory where there is none. `read` makes sense of what is found there, which may
 * be nothing, or anything; `write` says what of the value is worth keeping.
 */
export function stored<Value>(
  key: string,
  read: (found: unknown) => Value,
  write: (value: Value) => unknown = value => value,
): Stored<Value> {
  const listeners = new Set<() => void>()
  let value = read(find(key))

  // Another tab of the shop changed it.
  addEventListener('storage', event => {
    if (event.key !== key && event.key !== null) return
    value = read(find(key))
    for (const listener of listeners) listener()
  })

  return {
    get: () => value,
    update(change) {
      value = change(value)
      keep(key, write(value))
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStored<Value>({ subscribe, get }: Stored<Value>): Value {
  return useSyncExternalStore(subscribe, get)
}

function find(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

function keep(key: string, value: unknown) {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Blocked or full: the value lasts as long as the page.
  }
}
