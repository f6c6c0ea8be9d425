import type { IncomingHttpHeaders } from 'node:http'
import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { serveRelay } from '../../test/served-relay.js'

const { user: _, ...anonymous } = basketAdd
const uidLasts = `Max-Age=${400 * 24 * 60 * 60}; Path=/; SameSite=Lax`
const sidLasts = 'Max-Age=1800; Path=/; SameSite=Lax'

const namesOf = (headers: IncomingHttpHeaders) =>
  headers['set-cookie']?.map(cookie => cookie.split('=')[0] ?? '')

test('sets the ids that the event brings for 400 days and 30 minutes', async () => {
  const { post } = await serveRelay()
  const { headers } = await post({ ...basketAdd, request_id: 'r-1' })
  expect(headers['set-cookie']).toEqual([
    `ometria_uid=${basketAdd.user.uid}; ${uidLasts}`,
    `ometria_sid=${basketAdd.user.sid}; ${sidLasts}`,
    'ometria_ack_r-1=1; Max-Age=600; Path=/; SameSite=Lax',
  ])
})

test('sets the ids that the browser has, where the event has waited since another visit', async () => {
  const { mock, post } = await serveRelay()
  const { headers } = await post(basketAdd, { headers: { cookie: 'ometria_uid=u-1; ometria_sid=today' } })
  expect(mock.events).toMatchObject([{ user: basketAdd.user }])
  expect(headers['set-cookie']).toEqual(
    expect.arrayContaining([`ometria_uid=u-1; ${uidLasts}`, `ometria_sid=today; ${sidLasts}`]),
  )
})

test('brings no visit back that has ended', async () => {
  const { post } = await serveRelay()
  const { headers } = await post(
    { ...basketAdd, request_id: 'r-1' },
    { headers: { cookie: 'ometria_uid=u-1' } },
  )
  expect(namesOf(headers)).toEqual(['ometria_uid', 'ometria_ack_r-1'])
})

test('takes the ids of the cookies where the event brings none, and sets them again', async () => {
  const { mock, post } = await serveRelay()
  const { headers } = await post(anonymous, {
    headers: { cookie: 'a=b; ometria_uid=u%2F1; ometria_sid=s-1' },
  })
  expect(mock.events).toMatchObject([{ user: { uid: 'u/1', sid: 's-1' } }])
  expect(headers['set-cookie']).toEqual(
    expect.arrayContaining([`ometria_uid=u%2F1; ${uidLasts}`, `ometria_sid=s-1; ${sidLasts}`]),
  )
})

test.each([
  'ometria_uid=a%0d%0aset-cookie:b=c; ometria_sid=%00',
  `ometria_uid=${'x'.repeat(129)}; ometria_sid=`,
  'ometria_uid=%E0%A4%A; ometria_sid=%20',
  '',
])('mints ids in place of cookies that are malformed: %j', async cookie => {
  const { mock, post } = await serveRelay()
  const { status, headers } = await post(anonymous, { headers: { cookie } })
  expect(status).toBe(200)
  const [event] = mock.events
  expect(event?.user).toEqual({
    uid: expect.stringMatching(/^[0-9a-f]{32}$/),
    sid: expect.stringMatching(/^[0-9a-f]{32}$/),
  })
  expect(headers['set-cookie']).toEqual(
    expect.arrayContaining([
      `ometria_uid=${event?.user?.uid}; ${uidLasts}`,
      `ometria_sid=${event?.user?.sid}; ${sidLasts}`,
    ]),
  )
})

test('reports under ids that no header could carry, and sets no cookie to them', async () => {
  const { mock, post } = await serveRelay()
  const user = { uid: 'José\r\nset-cookie: a=b', sid: 's-1' }
  const { status, headers } = await post({ ...anonymous, user, request_id: 'r-1' })
  expect(status).toBe(200)
  expect(mock.events).toMatchObject([{ user }])
  expect(namesOf(headers)).toEqual(['ometria_sid', 'ometria_ack_r-1'])
})

test('names the cookies as configured, for the domain configured', async () => {
  const { mock, post } = await serveRelay({
    cookies: { uid: 'visitor', sid: 'visit', domain: 'shop.example' },
  })
  const { headers } = await post(anonymous, { headers: { cookie: 'visitor=u-1; visit=s-1' } })
  expect(mock.events).toMatchObject([{ user: { uid: 'u-1', sid: 's-1' } }])
  expect(headers['set-cookie']?.slice(0, 2)).toEqual([
    `visitor=u-1; ${uidLasts}; Domain=shop.example`,
    `visit=s-1; ${sidLasts}; Domain=shop.example`,
  ])
})

test.each([
  ['behind a proxy that speaks https with the browser', { 'x-forwarded-proto': 'https, http' }],
  ['for a page that came by https', { origin: 'https://127.0.0.1', 'sec-fetch-site': 'same-origin' }],
])('sets the cookies Secure %s', async (_, headers) => {
  const { post } = await serveRelay()
  const answer = await post(basketAdd, { headers })
  expect(answer.headers['set-cookie']).toHaveLength(3)
  for (const cookie of answer.headers['set-cookie'] ?? []) expect(cookie).toMatch(/; Secure$/)
})

test('sets the ids, and no acknowledgement, where Ometria is down: the next try is the same visitor', async () => {
  const { mock, post } = await serveRelay()
  mock.faults.push({ status: 503 })
  const first = await post(anonymous)
  const cookie = first.headers['set-cookie']?.map(line => line.split(';')[0]).join('; ')
  expect(cookie).toMatch(/^ometria_uid=\w+; ometria_sid=\w+$/)
  await post(anonymous, { headers: { cookie } })
  const [failed, taken] = mock.attempts
  expect(taken?.body).toMatchObject({ user: Object(failed?.body).user })
})

test('acknowledges all that arrives at the same time, each in a cookie of its own', async () => {
  const { mock, post } = await serveRelay()
  mock.faults.push({ delay: 100, times: 8 })
  const ids = ['b1', 'b2', 'b3', 'b4', 'v1', 'v2', 'o1', 'o2']
  const answers = await Promise.all(
    ids.map(request_id =>
      post({ ...basketAdd, request_id }, { headers: { cookie: 'ometria_ack_earlier=1' } }),
    ),
  )
  // What a browser has after all of these: of cookies of one name, the last one to come.
  const jar = new Set(answers.flatMap(({ headers }) => namesOf(headers) ?? []))
  for (const id of ids) expect(jar).toContain(`ometria_ack_${id}`)
  for (const { headers } of answers) expect(headers['set-cookie']?.join()).not.toContain('Max-Age=0')
})
