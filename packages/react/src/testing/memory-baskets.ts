import {
  type BasketPlace,
  type BasketTracker,
  createBasketTracker,
  type OmetriaClient,
} from 'ometria-headless'

/** Baskets of one test, which nothing else sees. */
export interface MemoryBaskets {
  tracker: BasketTracker
  /** Lets go of the client: what waits for consent is forgotten. */
  forget: () => void
}

export function createMemoryBaskets(client: OmetriaClient): MemoryBaskets {
  const ends: (() => void)[] = []
  const heard: OmetriaClient = {
    ...client,
    subscribeUser(listener) {
      const end = client.subscribeUser(listener)
      ends.push(end)
      return end
    },
  }
  return {
    tracker: createBasketTracker(heard, createMemoryPlace()),
    forget: () => {
      for (const end of ends) end()
    },
  }
}

/** It is always this test's turn. */
function createMemoryPlace(): BasketPlace {
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
