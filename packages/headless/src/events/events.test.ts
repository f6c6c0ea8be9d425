import * as fc from 'fast-check'
import { createMockOmetria } from 'ometria-mock'
import { expect, test } from 'vitest'
import { anyEvent } from '../../test/any-event.js'
import { OmetriaValidationError } from '../errors.js'
import { buildHit, withUser } from './request-body.js'
import { pathOf, validate } from './validate.js'

/** The paths that a refusal names; none where there is none. */
function refusals(event: unknown): string[] {
  try {
    validate(event)
    return []
  } catch (error) {
    if (!(error instanceof OmetriaValidationError)) throw error
    return error.issues.map(({ path }) => path)
  }
}

test('any event that is right is understood, and understood alike once it was JSON', () => {
  fc.assert(
    fc.property(anyEvent, event => {
      const parsed = validate(event)
      expect(validate(parsed)).toEqual(parsed)
      expect(validate(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
    }),
  )
})

test('whatever is let through, the mock takes, written from the reference alone', async () => {
  const mock = createMockOmetria()
  await fc.assert(
    fc.asyncProperty(anyEvent, async event => {
      const body = withUser(buildHit(validate(event), {}).body, { uid: 'u', sid: 's' })
      const headers = { 'content-type': 'application/json' }
      await mock.fetch(new Request('https://mock.test/api/track', { method: 'POST', headers, body }))
      expect(mock.rejected).toEqual([])
    }),
  )
})

/** The way to each field that we know. */
function fields(value: object, keys: string[] = []): string[][] {
  return Object.entries(value)
    .filter(([key]) => !key.startsWith('own '))
    .flatMap(([key, inner]) => (typeof inner === 'object' ? fields(inner, [...keys, key]) : [[...keys, key]]))
}

function put(value: unknown, within: object, [key = '', ...keys]: string[]): object {
  const inner = keys.length > 0 ? put(value, Reflect.get(within, key), keys) : value
  return Array.isArray(within) ? within.with(Number(key), inner) : { ...within, [key]: inner }
}

const fitsNowhere = fc.constantFrom(null, true, '', ' ', NaN, Infinity, {}, ['1'])

test('one field that is wrong is refused by its path, and no other', () => {
  fc.assert(
    fc.property(anyEvent, fitsNowhere, fc.nat(), (event, value, nth) => {
      const all = fields(event)
      const keys = all[nth % all.length] ?? []
      const wrong = put(value, event, keys)
      expect(refusals(wrong)).toEqual([pathOf(keys)])
    }),
  )
})
