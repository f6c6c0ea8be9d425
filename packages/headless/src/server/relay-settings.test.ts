import { expect, test } from 'vitest'
import { createOmetriaRelay, OmetriaConfigError } from './index.js'

const keys = { domainKey: 'acme', locationKey: 'eu' }

/** In each row: what the configuration says, and how the sentence about it begins. */
const unusable: [unknown, string][] = [
  [undefined, 'domainKey: expected '],
  [{ domainKey: 'acme' }, 'locationKey: expected '],
  [{ ...keys, domainKey: 'evil.com/' }, 'domainKey: expected '],
  [{ ...keys, domainKey: 'ACME' }, 'domainKey: expected '],
  [{ ...keys, auth: { key: 'a' } }, 'auth: expected { key, secret }'],
  [{ ...keys, auth: { key: 'a:b', secret: 'c' } }, 'auth: expected { key, secret }'],
  [{ ...keys, auth: null }, 'auth: expected { key, secret }'],
  [{ ...keys, fetch: 'fetch' }, 'fetch: expected a function'],
  [{ queue: 'redis://localhost' }, 'queue: expected an object with a method `add`'],
  [{ ...keys, queue: { add: () => {} } }, 'domainKey: expected nothing beside `queue`'],
  [{ ...keys, allowedOrigins: ['https://shop.example/'] }, 'allowedOrigins[0]: expected an origin'],
  [{ ...keys, allowedOrigins: ['https://a.example', '*'] }, 'allowedOrigins[1]: expected an origin'],
  [{ ...keys, allowedOrigins: ['null'] }, 'allowedOrigins[0]: expected an origin'],
  [{ ...keys, allowedOrigins: 'https://shop.example' }, 'allowedOrigins: expected a list'],
  [{ ...keys, allow: ['order add', 'order'] }, "allow[1]: expected one of 'view', 'basket add'"],
  [{ ...keys, cookies: null }, 'cookies: expected { uid, sid, domain }'],
  [{ ...keys, cookies: { uid: 'a b' } }, 'cookies.uid: expected '],
  [{ ...keys, cookies: { sid: 'a\r\nset-cookie: b' } }, 'cookies.sid: expected '],
  [{ ...keys, cookies: { domain: 'a; Secure' } }, 'cookies.domain: expected a host name'],
  [{ ...keys, timeoutMs: 0 }, 'timeoutMs: expected a number of milliseconds'],
  [{ ...keys, timeoutMs: Infinity }, 'timeoutMs: expected a number of milliseconds'],
  [{ ...keys, maxBodyBytes: '1 MB' }, 'maxBodyBytes: expected a number above 0'],
]

test.each(unusable)('throws where it is made with %j', (config, sentence) => {
  const make = () => createOmetriaRelay(config as typeof keys) // as plain JavaScript might
  expect(make).toThrow(OmetriaConfigError)
  expect(make).toThrow(sentence)
})
