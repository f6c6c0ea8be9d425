import { expect, test } from 'vitest'
import { ackCookie } from './cookie-names.js'

test.each([
  ['order-add-ABC-123', 'ometria_ack_order-add-ABC-123'],
  [7, 'ometria_ack_7'],
  ['gid://shopify/Order/1', 'ometria_ack_gid%3A%2F%2Fshopify%2FOrder%2F1'],
  ["it's (new)!*", "ometria_ack_it's%20%28new%29!*"],
  ['a=b; Path=/', 'ometria_ack_a%3Db%3B%20Path%3D%2F'],
  ['Größe 🔑', 'ometria_ack_Gr%C3%B6%C3%9Fe%20%F0%9F%94%91'],
  ['a\nb', 'ometria_ack_a%0Ab'],
  ['x'.repeat(120), `ometria_ack_${'x'.repeat(120)}`],
])('the acknowledgement of %j is named %s', (id, name) => {
  expect(ackCookie(id)).toBe(name)
})

test('every name is a token, whatever character the id holds', () => {
  for (let code = 0; code < 0x250; code++) {
    expect(ackCookie(String.fromCharCode(code))).toMatch(/^[\w!#$%&'*+.^`|~-]+$/)
  }
})

test.each([
  ['is too long', 'x'.repeat(121)],
  ['is too long once encoded', 'ü'.repeat(21)],
  ['holds half a character', 'a\ud800'],
])('an id that %s has no acknowledgement', (_, id) => {
  expect(ackCookie(id)).toBeUndefined()
})
