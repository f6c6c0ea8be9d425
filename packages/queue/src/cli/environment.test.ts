import { expect, test } from 'vitest'
import { accountOf, queueOf } from './environment.js'

const OMETRIA_QUEUE_URL = 'redis://localhost'
const keys = { OMETRIA_QUEUE_URL, OMETRIA_DOMAIN_KEY: 'shop', OMETRIA_LOCATION_KEY: 'web' }

test("the queue is called 'ometria' unless told otherwise", () => {
  expect(queueOf({ OMETRIA_QUEUE_URL })).toEqual({ connection: OMETRIA_QUEUE_URL, name: 'ometria' })
  expect(queueOf({ OMETRIA_QUEUE_URL, OMETRIA_QUEUE_NAME: 'uk' })).toMatchObject({ name: 'uk' })
})

test('the account has credentials where both are set', () => {
  expect(accountOf(keys)).toEqual({ domainKey: 'shop', locationKey: 'web' })
  const auth = { OMETRIA_API_KEY: 'key', OMETRIA_API_SECRET: 'secret' }
  expect(accountOf({ ...keys, ...auth })).toMatchObject({ auth: { key: 'key', secret: 'secret' } })
})

test('all that is missing is named at once, with its meaning', () => {
  expect(() => accountOf({})).toThrow(
    /OMETRIA_QUEUE_URL is not set\. It is the store, .*\nOMETRIA_DOMAIN_KEY is not set\. .*\nOMETRIA_LOCATION_KEY/,
  )
  expect(() => accountOf({ ...keys, OMETRIA_API_KEY: 'key' })).toThrow('OMETRIA_API_SECRET is not set')
  expect(() => queueOf({ OMETRIA_QUEUE_URL: '' })).toThrow('OMETRIA_QUEUE_URL is not set')
})

test('a store of another kind is refused without showing the address, which may hold a password', () => {
  expect(() => queueOf({ OMETRIA_QUEUE_URL: 'mysql://root:secret@x' })).toThrow(
    /^OMETRIA_QUEUE_URL: expected redis/,
  )
  expect(() => queueOf({ OMETRIA_QUEUE_URL: 'mysql://root:secret@x' })).not.toThrow('secret')
})
