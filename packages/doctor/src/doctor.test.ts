import { expect, test } from 'vitest'
import { accounts, type Kind } from '../test/accounts.js'
import { askAbout } from '../test/ask-about.js'

test.each(Object.entries<Kind>(accounts))('%s: tells the set-up that follows', async (_, kind) => {
  const { account, out, err, exit } = await askAbout(kind, '--json')
  const { setup, why } = JSON.parse(out)
  expect({ setup, exit, err }).toEqual({ setup: kind.setup, exit: kind.exit, err: '' })
  expect(why).toMatch(/[.?]$/)
  if (!kind.send) expect(account.events).toEqual([])
})

test('with --send, a view is taken twice under one request_id', async () => {
  const { account, out } = await askAbout(accounts['open, with a real view'], '--json')
  const { request_id } = JSON.parse(out)
  const hex = expect.stringMatching(/^[\da-f]{32}$/)
  const context = { page: 'ometria-doctor', page_url: 'https://shop.example/ometria-doctor' }
  const view = { request_id, scope: 'view', action: 'view', data: {}, user: { uid: hex, sid: hex }, context }
  expect(account.events).toEqual([view, view])
})
