import type { TrackEvent } from 'ometria-headless'
import { createMockOmetria } from 'ometria-mock'
import { expect, test } from 'vitest'
import { createTestOmetria, ometriaMatchers } from './index.js'

expect.extend(ometriaMatchers)

const added = (product_id: string, quantity = 1): TrackEvent => ({
  scope: 'basket',
  action: 'add',
  data: { product_id, quantity },
})

async function tracked(...events: TrackEvent[]) {
  const ometria = createTestOmetria()
  for (const event of events) await ometria.client.track({ request_id: 1, ...event })
  return ometria
}

/** What a failed matcher says. */
function said(fails: () => void): string {
  try {
    fails()
  } catch (error) {
    return String(error)
  }
  throw new Error('The matcher passed.')
}

test('an event is found by what is said of it, whatever else it says', async () => {
  const ometria = await tracked(added('a'), { scope: 'view', context: { page: 'home' } })
  expect(ometria).toHaveTracked({ scope: 'basket' })
  expect(ometria).toHaveTracked({ scope: 'basket', action: 'add', data: { product_id: expect.any(String) } })
  expect(ometria.events).toHaveTracked({ scope: 'view', context: { page: 'home' } })
  expect(ometria).not.toHaveTracked({ scope: 'basket', action: 'remove' })
})

test('once is once', async () => {
  const ometria = await tracked(added('a'), added('b'), added('b'))
  expect(ometria).toHaveTrackedOnce({ scope: 'basket', data: { product_id: 'a' } })
  expect(ometria).not.toHaveTrackedOnce({ scope: 'basket', data: { product_id: 'b' } })
  expect(said(() => expect(ometria).toHaveTrackedOnce(added('b')))).toContain('It was tracked 2 times.')
})

test('what the mock has received can be asked the same', async () => {
  const mock = createMockOmetria()
  expect(mock).not.toHaveTracked({ scope: 'view' })
})

test('a failure shows the nearest event, and where it differs', async () => {
  const ometria = await tracked({ scope: 'view' }, added('7', 2), { scope: 'view' })
  const fails = () => expect(ometria).toHaveTracked({ scope: 'basket', data: { product_id: 7, quantity: 1 } })
  expect(said(fails)).toMatchInlineSnapshot(`
    "Error: toHaveTracked: expected an event that says

      {
        "scope": "basket",
        "data": {
          "product_id": 7,
          "quantity": 1
        }
      }

    None of the 3 events says so. The nearest is

      {
        "scope": "basket",
        "action": "add",
        "data": {
          "product_id": "7",
          "quantity": 2
        },
        "request_id": 1
      }

    and differs at

      data.product_id: expected 7, found "7" (ids go on the wire as text)
      data.quantity: expected 1, found 2"
  `)
})

test('a failure of `not` says how many there are, and an empty list says so', async () => {
  const ometria = await tracked(added('a'))
  expect(said(() => expect(ometria).not.toHaveTracked({ scope: 'basket' }))).toContain(
    'expected not an event',
  )
  expect(said(() => expect([]).toHaveTracked({ scope: 'view' }))).toContain('No event was tracked.')
})

test('a list as long as expected is asked for, with each of its items', async () => {
  const lines = [{ product_id: 'a' }, { product_id: 'b' }]
  const events = [{ scope: 'order', action: 'return', data: { order_lines: lines } }]
  const returned = (...order_lines: object[]) => ({ scope: 'order', data: { order_lines } }) as const
  expect(events).toHaveTracked(returned({ product_id: 'a' }, {}))
  expect(said(() => expect(events).toHaveTracked(returned({})))).toContain(
    'data.order_lines.length: expected 1, found 2',
  )
  expect(said(() => expect(events).toHaveTracked(returned({}, { product_id: 'c' })))).toContain(
    'data.order_lines[1].product_id: expected "c", found "b"',
  )
})

test('what is no kit and no mock is refused with the way to write it', () => {
  expect(() => expect('ometria').toHaveTracked({ scope: 'view' })).toThrow(
    'expected what createTestOmetria() or createMockOmetria() made',
  )
})
