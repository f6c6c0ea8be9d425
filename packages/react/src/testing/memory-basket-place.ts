import type { BasketPlace } from 'ometria-headless'

/** A place for baskets that nothing else sees, and where it is always this test's turn. */
export function createMemoryBasketPlace(): BasketPlace {
  const kept = new Map<string, string>()
  return {
    storage: {
      get: key => kept.get(key) ?? null,
      set: (key, value) => void kept.set(key, value),
      remove: key => void kept.delete(key),
    },
    turns: look => look,
  }
}
