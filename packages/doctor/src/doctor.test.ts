import { expect, test } from 'vitest'
import { accounts, credentials, type Kind, served } from '../test/accounts.js'
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

test('a real view goes as a server sends it where the account wants credentials', async () => {
  const { account, exit } = await askAbout({ ...accounts['right credentials'], send: true })
  expect({ views: account.events.length, exit }).toEqual({ views: 2, exit: 0 })
})

test('a real view goes as a page sends it where the account refuses the credentials that it does not want', async () => {
  const views: unknown[] = []
  const start = served(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const { authorization, origin } = request.headers
    if (/"view"/.test(text)) views.push([authorization, origin])
    response.writeHead(authorization ? 401 : 200, { 'access-control-allow-origin': '*' }).end('{}')
  })
  const { exit } = await askAbout({ start, exit: 0, auth: credentials, send: true })
  expect({ views, exit }).toEqual({ views: Array(2).fill([undefined, 'https://shop.example']), exit: 0 })
})
