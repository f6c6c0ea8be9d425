import { expect, test } from 'vitest'
import { createEntryList, type Entry } from './entry.js'
import { nextEntries } from './next-entries.js'

const hit = (id: string, scope: 'order' | 'basket' = 'basket') => ({
  at: 1,
  user: undefined,
  body: '',
  event:
    scope === 'order'
      ? ({ scope, action: 'return', data: { order_id: id }, request_id: id } as const)
      : ({ scope, action: 'add', data: { product_id: id, quantity: 1 }, request_id: id } as const),
})

function listOf(...entries: { key: string; order?: string; failures?: number; flies?: boolean }[]) {
  const list = createEntryList()
  for (const { key, order, failures = 0, flies } of entries) {
    const entry = list.put(key, '', order ? hit(order, 'order') : hit(key))
    entry.failures = failures
    if (flies) entry.flight = { controller: new AbortController(), keepalive: 0 }
  }
  return list
}

const keys = (entries: Iterable<Entry>) => Array.from(entries, ({ key }) => key)

test('the oldest entry comes first', () => {
  expect(keys(nextEntries(listOf({ key: 'a' }, { key: 'b' }, { key: 'c' }).entries))).toEqual(['a', 'b', 'c'])
})

test('an entry that failed less comes before one that failed more', () => {
  const { entries } = listOf({ key: 'a', failures: 2 }, { key: 'b', failures: 1 }, { key: 'c' })
  expect(keys(nextEntries(entries))).toEqual(['c', 'b', 'a'])
})

test('an entry whose request is under way is not tried', () => {
  expect(keys(nextEntries(listOf({ key: 'a', flies: true }, { key: 'b' }).entries))).toEqual(['b'])
})

test('of one order’s events only the first may be tried, whether it failed or is under way', () => {
  for (const first of [{}, { failures: 3 }, { flies: true }]) {
    const { entries } = listOf(
      { key: 'add', order: '1', ...first },
      { key: 'cancel', order: '1' },
      { key: 'b' },
    )
    expect(keys(nextEntries(entries))).not.toContain('cancel')
    expect(keys(nextEntries(entries))).toContain('b')
  }
})

test('an order’s next event follows at once where the first is settled', () => {
  const list = listOf({ key: 'add', order: '1' }, { key: 'cancel', order: '1' }, { key: 'b' })
  const tried: string[] = []
  for (const entry of nextEntries(list.entries)) {
    tried.push(entry.key)
    list.drop(entry)
  }
  expect(tried).toEqual(['add', 'cancel', 'b'])
})
