import { describe, expect, test } from 'vitest'
import { readCookie, writeCookie } from './cookie-text.js'

describe('reading', () => {
  test.each([
    ['alone', 'uid=abc', 'abc'],
    ['among others', 'a=1; uid=abc; b=2', 'abc'],
    ['beside one whose name ends the same', 'my_uid=no; uid=abc', 'abc'],
    ['beside one whose name begins the same', 'uid2=no; uid=abc', 'abc'],
    ['the first of two, which has the longer path', 'uid=abc; uid=def', 'abc'],
    ['with an equals sign in it', 'uid=a=b==', 'a=b=='],
    ['percent-encoded', 'uid=a%3Bb%20c', 'a;b c'],
    ['empty', 'uid=', ''],
  ])('%s', (_, cookies, value) => {
    expect(readCookie(cookies, 'uid')).toBe(value)
  })

  test.each([
    ['nothing', ''],
    ['only others', 'a=1; b=uid'],
    ['what can not be decoded', 'uid=%E0%A4%A'],
  ])('%s counts as none', (_, cookies) => {
    expect(readCookie(cookies, 'uid')).toBeUndefined()
  })

  test('a name is no pattern', () => {
    expect(readCookie('uXd=no; u.d=yes', 'u.d')).toBe('yes')
  })
})

describe('writing', () => {
  test('a cookie is for the whole site, and goes along with links to it', () => {
    expect(writeCookie('uid', 'abc', { maxAge: 60, secure: false })).toBe(
      'uid=abc; Max-Age=60; Path=/; SameSite=Lax',
    )
  })

  test('https makes it secure, a domain wider', () => {
    expect(writeCookie('uid', 'abc', { maxAge: 60, domain: 'shop.example', secure: true })).toBe(
      'uid=abc; Max-Age=60; Path=/; SameSite=Lax; Domain=shop.example; Secure',
    )
  })

  test('a value can not add attributes, and reads back as it was', () => {
    const hostile = 'abc; Domain=evil.example\r\nSet-Cookie: x=y'
    const written = writeCookie('uid', hostile, { maxAge: 60, secure: false })
    expect(written.split(';')).toHaveLength(4)
    expect(written).not.toMatch(/[\r\n]/)
    expect(readCookie(written, 'uid')).toBe(hostile)
  })
})
