// @vitest-environment jsdom
import type { OmetriaConfig, User } from 'ometria-headless'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { createTestOmetria } from '../testing/index.js'
import { createVisitorWatch } from './visitor.js'

const user = { uid: 'a1b2c3d4e5f6', sid: 'f6e5d4c3b2a1' }

afterEach(() => {
  for (const name of ['ometria_uid', 'ometria_sid', 'ometria', 'shop_uid', 'shop_sid'])
    document.cookie = `${name}=; max-age=0`
  vi.useRealTimers()
})

/** What is seen of a visitor who has tracked something. */
function look(config: Partial<OmetriaConfig> | undefined, named: User = user) {
  const { client } = createTestOmetria({ user: named })
  return createVisitorWatch(client, config as OmetriaConfig | undefined).look(true)
}

test('it says where the ids come from', () => {
  expect(look({ user })?.from).toBe('the `user` of <OmetriaProvider>')
  expect(look({ user: () => user })?.from).toBe('the function `user` of <OmetriaProvider>')
  expect(look({})?.from).toBe('this page’s memory, since the browser keeps no cookies')
  expect(look(undefined)?.from).toBe('the shop, or this page’s memory')
  document.cookie = `ometria_uid=${user.uid}`
  expect(look({ user: () => undefined })?.from).toBe('the cookie `ometria_uid`')
  expect(look({ user: () => JSON.parse('{') })?.from).toBe('the cookie `ometria_uid`')
})

test('a cookie of another’s that holds the id is named, and a short id is not found there by chance', () => {
  document.cookie = `ometria=2_cid%3D${user.uid}%26sid%3D1`
  expect(look(undefined)?.from).toBe('the cookie `ometria`')
  expect(look(undefined, { uid: '2', sid: '1' })?.from).toBe('the shop, or this page’s memory')
})

test('ids from an earlier page are older than the page, and others are as old as they were seen first', () => {
  document.cookie = `ometria_uid=${user.uid}`
  vi.useFakeTimers({ now: 5_000 })
  const { client } = createTestOmetria({ user })
  const watch = createVisitorWatch(client, undefined)
  expect(watch.look(true)).toMatchObject({ uid: { since: undefined }, sid: { since: 5_000 } })
  vi.setSystemTime(9_000)
  document.cookie = `ometria_sid=${user.sid}`
  expect(watch.look(true)).toMatchObject({ uid: { since: undefined }, sid: { since: 5_000 } })
})

test('nobody asks for the visitor before there is one', () => {
  const { client } = createTestOmetria({ user })
  const getUser = vi.spyOn(client, 'getUser')
  const config: OmetriaConfig = {
    endpoint: '/api',
    consent: 'granted',
    cookies: { uid: 'shop_uid', sid: 'shop_sid' },
  }
  const watch = createVisitorWatch(client, config)
  document.cookie = `ometria_uid=${user.uid}`
  document.cookie = `ometria_sid=${user.sid}`
  expect(watch.look(false)).toBeUndefined()
  expect(getUser).not.toHaveBeenCalled()
  document.cookie = `shop_uid=${user.uid}`
  document.cookie = `shop_sid=${user.sid}`
  expect(watch.look(false)?.uid.id).toBe(user.uid)
})

test('without consent there is nobody', () => {
  const { client } = createTestOmetria({ user, consent: 'denied' })
  expect(createVisitorWatch(client, undefined).look(true)).toBeUndefined()
})

test('in a sandboxed frame, which throws at a look at its cookies, it says who the visitor is all the same', () => {
  const cookie = vi.spyOn(Document.prototype, 'cookie', 'get').mockImplementation(() => {
    throw new DOMException('The document is sandboxed.', 'SecurityError')
  })
  onTestFinished(() => cookie.mockRestore())
  expect(look({})).toMatchObject({ uid: { id: user.uid }, from: expect.stringMatching(/memory/) })
})
