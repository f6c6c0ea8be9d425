import { describe, expect, test } from 'vitest'
import { addressOf, deliveryOf, endpointOf, type OmetriaConfig } from './config.js'
import { OmetriaConfigError } from './errors.js'

/** What JavaScript lets a shop write. */
const written = (config: unknown) => endpointOf(config as OmetriaConfig)

test('the keys spell Ometria’s address', () => {
  expect(addressOf('my-shop', 'eu1')).toBe('https://my-shop.store-eu1.ometria.services/api/track')
})

test.each([
  'https://relay.shop.example/ometria',
  'http://localhost:4010/api/track',
  '/api/ometria',
  '/api/ometria?shop=uk',
])('the endpoint %s is taken as it is', endpoint => {
  expect(endpointOf({ endpoint, consent: 'granted' })).toBe(endpoint)
})

describe('hostile keys', () => {
  test.each([
    'evil.com/',
    'evil.com',
    'a.b',
    'a/..',
    'a/../..',
    'a@evil',
    'a:80',
    'a#',
    'a?b',
    'a\\b',
    'a%2e',
    'a b',
    ' a',
    'a\n',
    'a\u0000',
    '-a',
    'a-',
    'A',
    'ä',
    'аpple',
    '',
    'undefined',
    'a'.repeat(58),
    null,
    undefined,
    7,
    ['a'],
    { toString: () => 'a' },
  ])('%j can’t point a request elsewhere', key => {
    expect(() => addressOf(key, 'eu')).toThrow(OmetriaConfigError)
    expect(() => addressOf(key, 'eu')).toThrow(/^domainKey: expected /)
    expect(() => addressOf('shop', key)).toThrow(/^locationKey: expected /)
  })
})

describe('what is missing is said to be missing, with the likely cause:', () => {
  const hint = /^(\w+): expected .*, got nothing\. Is its environment variable set\? .*NEXT_PUBLIC_…, VITE_…/

  test.each([
    ['the domain key', { domainKey: undefined, locationKey: 'eu1' }, 'domainKey'],
    ['an empty one', { domainKey: '', locationKey: 'eu1' }, 'domainKey'],
    ['one that code made text of', { domainKey: 'shop', locationKey: `${undefined}` }, 'locationKey'],
    ['both keys', { domainKey: undefined, locationKey: undefined }, 'domainKey'],
    ['the endpoint', { endpoint: undefined }, 'endpoint'],
    ['an empty endpoint', { endpoint: '' }, 'endpoint'],
    ['all of it', {}, 'domainKey'],
  ])('%s', (_, account, name) => {
    let message = ''
    try {
      written({ ...account, consent: 'granted' })
    } catch (error) {
      message = String(Object(error).message)
    }
    expect(hint.exec(message)?.[1]).toBe(name)
  })

  test('what is there and wrong is not', () => {
    expect(() => addressOf('My Shop', 'eu1')).not.toThrow(/got nothing/)
    expect(() => written({ endpoint: 'api', consent: 'granted' })).not.toThrow(/got nothing/)
  })
})

describe('unusable configuration is named:', () => {
  test.each([
    ['none', undefined, 'consent:'],
    ['null', null, 'consent:'],
    ['text', 'shop', 'consent:'],
    ['without consent', { endpoint: '/api' }, 'consent:'],
    ['an unknown word of consent', { endpoint: '/api', consent: 'yes' }, 'consent:'],
    ['a truth for consent', { endpoint: '/api', consent: true }, 'consent:'],
    ['without an account', { consent: 'granted' }, 'domainKey:'],
    ['half an account', { domainKey: 'shop', consent: 'granted' }, 'locationKey:'],
    ['a protocol-relative endpoint', { endpoint: '//evil.com/track', consent: 'granted' }, 'endpoint:'],
    ['the same with a backslash', { endpoint: '/\\evil.com/track', consent: 'granted' }, 'endpoint:'],
    ['a path without its slash', { endpoint: 'api/ometria', consent: 'granted' }, 'endpoint:'],
    ['a script', { endpoint: 'javascript:alert(1)', consent: 'granted' }, 'endpoint:'],
    ['data', { endpoint: 'data:,', consent: 'granted' }, 'endpoint:'],
    ['a URL without a host', { endpoint: 'https:///track', consent: 'granted' }, 'endpoint:'],
    ['what no URL can be read from', { endpoint: 'https://[shop', consent: 'granted' }, 'endpoint:'],
    ['a host with a space in it', { endpoint: 'https://my shop/track', consent: 'granted' }, 'endpoint:'],
    ['an empty endpoint', { endpoint: '', consent: 'granted' }, 'endpoint:'],
    [
      'one with a password',
      { endpoint: 'https://key:secret@shop.example/t', consent: 'granted' },
      'endpoint:',
    ],
    [
      'what only reads as a path',
      { endpoint: { toString: (): string => '/api' }, consent: 'granted' },
      'endpoint:',
    ],
    ['a null endpoint', { endpoint: null, consent: 'granted' }, 'endpoint:'],
    ['no time', { endpoint: '/api', consent: 'granted', delivery: { timeoutMs: 0 } }, 'delivery.timeoutMs:'],
    [
      'negative room',
      { endpoint: '/api', consent: 'granted', delivery: { maxEvents: -1 } },
      'delivery.maxEvents:',
    ],
    [
      'an age of NaN',
      { endpoint: '/api', consent: 'granted', delivery: { maxAgeMs: NaN } },
      'delivery.maxAgeMs:',
    ],
  ])('%s', (_, config, start) => {
    expect(() => written(config)).toThrow(OmetriaConfigError)
    expect(() => written(config)).toThrow(new RegExp(`^${start} expected `))
  })
})

test('a password in the endpoint is not repeated', () => {
  const endpoint = 'https://key:secret@shop.example/track'
  expect(() => endpointOf({ endpoint, consent: 'granted' })).not.toThrow(/secret/)
})

test('numbers of delivery that come later and can’t be meant are as if left open', () => {
  const delivery = { timeoutMs: 0, maxAgeMs: -1, maxEvents: Number.NaN }
  expect(deliveryOf({ endpoint: '/api', consent: 'granted', delivery })).toEqual(
    deliveryOf({ endpoint: '/api', consent: 'granted' }),
  )
})

test('what the shop leaves open about delivery has its default', () => {
  const delivery = { timeoutMs: undefined, maxEvents: 5 }
  expect(written({ endpoint: '/api', consent: 'granted', delivery })).toBe('/api')
  expect(deliveryOf({ endpoint: '/api', consent: 'granted', delivery })).toEqual({
    timeoutMs: 10_000,
    maxAgeMs: 604_800_000,
    maxEvents: 5,
  })
})
