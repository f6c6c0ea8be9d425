import { describe, expect, test } from 'vitest'
import { OmetriaValidationError } from '../errors.js'
import { buildHit, bytesIn, withUser } from './request-body.js'
import { validate } from './validate.js'

const build = (event: object, under = {}) => buildHit(validate(event), under)

/** What a refusal says. */
function refusal(event: object): string {
  try {
    build(event)
  } catch (error) {
    if (error instanceof OmetriaValidationError) return error.message
  }
  throw new Error('Nothing was refused.')
}

const view = (data: object) => ({ scope: 'view', data })
const cancel = { scope: 'order', action: 'cancel', data: { order_id: 'ABC-123' } }

describe('the request id', () => {
  test('is the caller’s own where there is one', () => {
    expect(build({ ...cancel, request_id: 0 }).event.request_id).toBe(0)
  })

  test('is derived from an order placed or cancelled', () => {
    expect(build(cancel).event.request_id).toBe('order-cancel-ABC-123')
  })

  test('is a UUIDv4 in hex otherwise, another for each event', () => {
    const returned = { ...cancel, action: 'return' }
    const ids = [returned, returned, { scope: 'view' }].map(event => build(event).event.request_id)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/)
    expect(new Set(ids).size).toBe(3)
  })
})

test('a view without action and data gets both', () => {
  const whole = { scope: 'view', action: 'view', data: {} }
  expect(JSON.parse(build({ scope: 'view' }).body)).toMatchObject(whole)
  expect(JSON.parse(build({ scope: 'view', action: undefined, data: undefined }).body)).toMatchObject(whole)
})

test('the event’s context goes over what is under it, key by key', () => {
  const { event, body } = build({ ...cancel, context: { page: 'b', own: 1 } }, { page: 'a', language: 'en' })
  expect(event.context).toEqual({ page: 'b', language: 'en', own: 1 })
  expect(JSON.parse(body)).toEqual(event)
})

test('the visitor joins the body last, as it may not be known before', () => {
  const { body } = build(cancel)
  const user = { uid: 'u"', sid: 's' }
  expect(JSON.parse(withUser(body, user))).toEqual({ ...JSON.parse(body), user })
})

test('bytes are counted as UTF-8', () => {
  expect(bytesIn('aé€😀')).toBe(1 + 2 + 3 + 4)
})

describe('an event larger than 512 KiB is refused', () => {
  const empty = bytesIn(build({ ...view({ text: '' }), request_id: 'r' }).body)
  const sized = (bytes: number, character = 'a') =>
    ({ ...view({ text: character.repeat((bytes - empty) / bytesIn(character)) }), request_id: 'r' }) as const

  test('to the byte', () => {
    expect(bytesIn(build(sized(512 * 1024)).body)).toBe(512 * 1024)
    expect(refusal(sized(512 * 1024 + 1))).toContain('expected at most 512 KiB')
  })

  test('whatever its characters take', () => {
    expect(refusal(sized(512 * 1024 + 4, '€'))).toContain('expected at most 512 KiB')
  })
})

test('an event is refused where a `toJSON` of the shop’s own fails', () => {
  const own = new Date(Number.NaN)
  own.toJSON = () => {
    throw new RangeError('Invalid time value')
  }
  expect(refusal(view({ own }))).toBe('The event was not sent. event: could not be made JSON.')
})
