import { expect, test } from 'vitest'
import { isFromShop } from './relay-origin.js'

const allowed = ['https://www.shop.example']

/** In each row: whether it may, the page's origin, Sec-Fetch-Site, and where the request arrives. */
const rows: [boolean, string | null, string | null, string, Record<string, string>?][] = [
  [true, 'https://shop.example', 'same-origin', 'https://shop.example/api'],
  [true, 'https://shop.example', null, 'https://shop.example/api'],
  [true, 'https://shop.example', null, 'https://SHOP.example:443/api'],
  [true, 'http://localhost:3000', null, 'http://localhost:3000/api'],
  // Next.js by itself knows the address that it listens on; the header says which the browser meant.
  [true, 'https://shop.example', null, 'http://0.0.0.0:3000/api', { host: 'shop.example' }],
  [true, 'https://shop.example', null, 'http://0.0.0.0:3000/api', { host: 'shop.example:443' }],
  // Behind a proxy that ends TLS, the request's own URL says http.
  [true, 'https://shop.example', null, 'http://shop.example/api'],
  // Behind a proxy that puts its own host in place of the shop's, the browser still says so.
  [true, 'https://shop.example', 'same-origin', 'http://10.0.0.7/api'],
  [false, 'https://shop.example', null, 'http://10.0.0.7/api'],
  [false, 'https://shop.example', null, 'http://10.0.0.7/api', { 'x-forwarded-host': 'shop.example' }],
  [true, 'https://www.shop.example', 'same-site', 'https://shop.example/api'],
  [true, 'https://www.shop.example', 'cross-site', 'https://elsewhere.example/api'],
  [true, 'https://www.shop.example', null, 'https://elsewhere.example/api'],
  [true, 'https://shop.example', 'same-site', 'https://shop.example/api'],
  [false, 'https://blog.shop.example', 'same-site', 'https://shop.example/api'],
  [false, 'https://shop.example', 'cross-site', 'https://shop.example/api'],
  [false, 'https://shop.example', 'none', 'https://shop.example/api'],
  [false, 'https://shop.example:8443', null, 'https://shop.example/api'],
  [false, 'https://shop.example.evil.example', null, 'https://shop.example/api'],
  [false, 'https://evil.example', null, 'https://shop.example/api', { host: '' }],
  [false, 'https://undefined', null, 'https://shop.example/api'],
  [false, 'null', 'same-origin', 'https://shop.example/api'],
  [false, 'null', null, 'https://shop.example/api'],
  [false, '', null, 'https://shop.example/api'],
  [false, 'shop.example', null, 'https://shop.example/api'],
  [false, null, null, 'https://shop.example/api'],
  [false, null, 'same-site', 'https://shop.example/api'],
  [true, null, 'same-origin', 'https://shop.example/api'],
]

test.each(rows)('%s: a page of %s, Sec-Fetch-Site %s, at %s %j', (may, origin, site, url, more = {}) => {
  const headers = new Headers(more)
  if (origin !== null) headers.set('origin', origin)
  if (site !== null) headers.set('sec-fetch-site', site)
  expect(isFromShop(new Request(url, { headers }), allowed)).toBe(may)
})
