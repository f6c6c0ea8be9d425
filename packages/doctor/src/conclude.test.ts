import { describe, expect, test } from 'vitest'
import type { Answer, NoAnswer } from './ask.js'
import { conclude } from './conclude.js'
import type { Seen } from './examine.js'

const origin = 'https://shop.example'
const answer = (status: number, headers: Answer['headers'] = {}, text = '{"request_id":"r1"}'): Answer => ({
  status,
  headers,
  text,
  ms: 20,
  address: '192.0.2.1',
})
const readable = { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After' }
const allowed = answer(204, { ...readable, 'access-control-allow-headers': 'Content-Type, X-Other' })
const silent: NoAnswer = { failedAt: 'answer', timedOut: true, code: 'Error', ms: 10_000 }
const refusal = answer(400, readable)
const open: Seen = { preflight: allowed, fromPage: refusal, fromServer: refusal, request_id: 'r1' }

const setup = (seen: Partial<Seen>, auth = false) => conclude({ ...open, ...seen }, origin, auth).setup
const said = (seen: Partial<Seen>, auth = false) => {
  const { why, notes } = conclude({ ...open, ...seen }, origin, auth)
  return [why, ...notes].join(' ')
}

describe('the set-up that follows is', () => {
  test.each<[string, Partial<Seen>, boolean?]>([
    ['an account that lets this page ask and read', {}],
    [
      'one that lets every page',
      { preflight: answer(200, { ...allowed.headers, 'access-control-allow-origin': '*' }) },
    ],
    [
      'one that allows every header',
      { preflight: answer(204, { ...readable, 'access-control-allow-headers': '*' }) },
    ],
    ['one that takes wrong events', { fromPage: answer(200, readable) }],
    ['one that credentials were given for, which it does not want', {}, true],
    ['one that refuses the needless credentials', { fromServer: answer(401) }, true],
    ['one that takes a real view', { view: answer(200), viewAgain: answer(200) }],
  ])('keys in the browser for %s', (_, seen, auth) => {
    expect(setup(seen, auth)).toBe('browser')
  })

  const credentials = { fromPage: answer(401), fromServer: refusal }
  test.each<[string, Partial<Seen>, boolean?]>([
    ['answers no preflight', { preflight: silent }],
    ['answers a preflight with 405', { preflight: answer(405, allowed.headers) }],
    ['lets no page ask', { preflight: answer(204) }],
    [
      'lets another page ask',
      {
        preflight: answer(204, {
          ...allowed.headers,
          'access-control-allow-origin': 'https://www.shop.example',
        }),
      },
    ],
    [
      'takes no JSON of a page',
      { preflight: answer(204, { ...allowed.headers, 'access-control-allow-headers': 'x-content-type' }) },
    ],
    ['lets no page read its answer', { fromPage: answer(400) }],
    ['turns pages away', { fromPage: answer(403), fromServer: refusal }],
    [
      'fails over a wrong event, and takes a view',
      { fromPage: answer(500), fromServer: answer(500), view: answer(200), viewAgain: answer(200) },
    ],
  ])('a relay for an account that %s', (_, seen, auth) => {
    expect(setup(seen, auth)).toBe('relay')
  })

  test('a relay with auth for an account that takes events with these credentials alone', () => {
    expect(setup(credentials, true)).toBe('relay with auth')
    expect(setup({ ...credentials, preflight: answer(401) }, true)).toBe('relay with auth')
  })
})

describe('something has to be mended where the account', () => {
  const both = (exchange: Answer | NoAnswer): Partial<Seen> => ({ fromPage: exchange, fromServer: exchange })
  test.each<[string, Partial<Seen>, boolean, RegExp]>([
    ['wants credentials', both(answer(401)), false, /with 401: it wants a key and a secret/],
    ['refuses the credentials', both(answer(401)), true, /they are not this account's/],
    ['turns this machine away', both(answer(403)), false, /takes events from listed addresses only/],
    ['turns it away with credentials', both(answer(403)), true, /is the address of this machine on its list/],
    ['is not there', both(answer(404)), false, /no tracking endpoint is there/],
    [
      'sends elsewhere',
      both(answer(301, { location: 'https://ometria.com/' })),
      false,
      /redirect to https:\/\/ometria\.com\//,
    ],
    ['answers a page', both(answer(200, { 'content-type': 'text/html' })), false, /200 and a page of HTML/],
    [
      'answers a page that does not say so',
      both(answer(503, {}, '\n<!DOCTYPE html>')),
      false,
      /503 and a page of HTML/,
    ],
    ['is too busy', both(answer(429, { 'retry-after': '60' })), false, /asks to wait \(retry-after: 60\)/],
    ['fails', both(answer(500, {}, 'oops')), false, /with 500: oops/],
    ['refuses a real view', { view: answer(422, {}, 'no views') }, false, /a real view with 422: no views/],
    ['fails over a real view', { view: answer(500, {}, 'oops') }, false, /a real view with 500: oops/],
  ])('%s', (_, seen, auth, reason) => {
    const { setup, why, exit } = conclude({ ...open, ...seen }, origin, auth)
    expect({ setup, exit }).toEqual({ setup: undefined, exit: 1 })
    expect(why).toMatch(reason)
  })

  test.each<[string, Seen]>([
    ['can not be reached', { preflight: { ...silent, failedAt: 'connection' }, request_id: 'r1' }],
    ['answers nothing', { ...open, preflight: silent, ...both(silent) }],
    ['answers nothing to a view', { ...open, view: silent, viewAgain: silent }],
  ])('%s: there was no answer', (_, seen) => {
    expect(conclude(seen, origin, false)).toMatchObject({ exit: 3, notes: [] })
  })
})

describe('good to know is', () => {
  test.each<[string, Partial<Seen>, boolean, string]>([
    ['that credentials are not needed', { preflight: answer(405) }, true, 'leave `auth` out'],
    [
      'that wrong events are taken',
      { fromPage: answer(200, readable) },
      false,
      'took an event that is wrong',
    ],
    [
      'that Retry-After can not be read',
      { fromPage: answer(400, { ...readable, 'access-control-expose-headers': 'etag' }) },
      false,
      "can't read the header Retry-After",
    ],
    [
      'that the request_id does not come back',
      { fromPage: answer(400, readable, '') },
      false,
      'gives no request_id back',
    ],
    [
      'that another request_id comes back',
      { fromPage: answer(400, readable, '{"request_id":7}') },
      false,
      'gives another request_id back',
    ],
    [
      'that the same view is answered otherwise',
      { view: answer(200), viewAgain: answer(409) },
      false,
      'answered otherwise the second time',
    ],
    [
      'what to look for',
      { view: answer(200), viewAgain: answer(200) },
      false,
      'Look for the request_id r1 in the account',
    ],
    [
      'that it is slow',
      { view: { ...answer(200), ms: 3_100 }, viewAgain: answer(200) },
      false,
      'The slowest answer took over 3 s.',
    ],
    [
      'that it is slower than a relay waits',
      { view: { ...answer(200), ms: 8_900 } },
      false,
      'Give a relay more time',
    ],
  ])('%s', (_, seen, auth, note) => {
    expect(said(seen, auth)).toContain(note)
    expect(said({})).not.toContain(note)
  })

  test('which shop was asked for, unless one was named', () => {
    expect(said({})).toContain('Asked for https://shop.example.')
    const own = 'https://www.dresses.example'
    const headers = { ...allowed.headers, 'access-control-allow-origin': '*' }
    const { notes } = conclude(
      { ...open, preflight: answer(204, headers), fromPage: answer(400, headers) },
      own,
      false,
    )
    expect(notes.join()).not.toContain('Asked for')
  })
})
