import { ourKeys, type Storage } from '../delivery/storage.js'
import type { Quantities } from './quantities.js'

export type BasketStorage = Pick<Storage, 'get' | 'set' | 'remove'>

/** Baskets as they were last looked at, by their ids, the latest last. `null`: the shop gives its baskets no ids. */
export type Baskets = Map<string | null, Quantities>

/** Taking consent back removes it, as every key of ours. Tabs that look at the basket take turns by the same name. */
export const basketsKey = `${ourKeys}basket`

/** The format of what is stored. */
const version = 1

/** A shop may go back to an earlier basket: the one before signing in, the one of another market. */
const maxBaskets = 5

/** Whose the kept baskets are, and the baskets. Nothing where none was kept yet. */
export function readBaskets(storage: BasketStorage): [uid?: unknown, baskets?: Baskets] {
  try {
    const [v, uid, baskets] = JSON.parse(storage.get(basketsKey) ?? '')
    if (v === version) return [uid, new Map(baskets.map(withQuantities))]
  } catch {} // nothing there, or nothing of ours
  return []
}

export function keepBaskets(storage: BasketStorage, uid: string, baskets: Baskets) {
  const kept = [...baskets].slice(-maxBaskets).map(([id, quantities]) => [id, [...quantities]])
  storage.set(basketsKey, JSON.stringify([version, uid, kept]))
}

const withQuantities = ([id, quantities]: [string | null, [string, number][]]) =>
  [id, new Map(quantities)] as const
