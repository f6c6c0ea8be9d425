import type { Fault, MockOmetria } from 'ometria-mock'

/** A source of chance that can be played again: mulberry32, numbers from 0 up to 1. */
export function chance(seed: number) {
  let state = seed
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    upTo: (most: number) => Math.floor(next() * (most + 1)),
    pick<Item>(items: readonly Item[]): Item {
      return items[Math.floor(next() * items.length)] as Item // there is one, since no list here is empty
    },
  }
}

/** Ways for a server to fail that take no event; what hangs is given up by the page. */
export const faults: readonly Fault[] = [
  { status: 500 },
  { status: 500, times: 4 },
  { status: 503, times: 2 },
  { status: 429, retryAfter: 1 },
  { status: 404, body: '<!doctype html><h1>Not found' },
  { drop: true },
  { drop: true, times: 3 },
  { hang: true },
  { delay: 300 },
  { delay: 900, times: 2 },
]

/**
 * Runs in each page before any other script: notes what nobody can know of. An attempt stays noted if its page was killed
 * while the request was under way, or if the browser cut the request off with the page, for want of keepalive.
 */
export function noteCuts() {
  const own = window.fetch
  const flying = new Map<string, boolean>()
  window.fetch = async (url, init) => {
    const { request_id } = JSON.parse(String(init?.body ?? '{}'))
    const key = `chaos|${request_id}|${Math.random()}`
    localStorage.setItem(key, '')
    flying.set(key, init?.keepalive === true)
    try {
      return await own(url, init)
    } finally {
      if (flying.delete(key)) localStorage.removeItem(key)
    }
  }
  addEventListener('pagehide', () => {
    for (const [key, keepalive] of flying) if (keepalive) localStorage.removeItem(key)
    flying.clear()
  })
}

/** The request ids of what was cut off. */
export const readCuts = () =>
  Object.keys(localStorage)
    .filter(key => key.startsWith('chaos|'))
    .map(key => key.split('|')[1])

/** What arrived: how often under which request ids, by the event's own name. */
export function arrivals(mock: MockOmetria) {
  const byName = new Map<string, string[]>()
  for (const { scope, data, request_id } of mock.events) {
    const name = `${scope} ${data.order_id ?? data.product_id}`
    byName.set(name, [...(byName.get(name) ?? []), String(request_id)])
  }
  return byName
}
