import { expect, onTestFinished, test } from 'vitest'
import { credentials, served } from '../test/accounts.js'
import { conclude } from './conclude.js'
import { basic } from './credentials.js'
import { examine } from './examine.js'
import { report } from './report.js'
import { reportAsJson } from './report-as-json.js'

const { key, secret } = credentials

test.each([
  ['as it is', secret],
  ['in JSON', JSON.stringify({ said: secret })],
  ['in JSON that escapes slashes', '{"said":"tip\\/top\\"+secret"}'],
  ['in JSON by code points', '{"said":"tip\\u002ftop\\u0022+\\u0073ecret"}'],
  ['in a URL', encodeURIComponent(secret)],
  ['in a URL within a URL', encodeURIComponent(encodeURIComponent(secret))],
  ['in HTML', '<p>tip/top&quot;+secret</p>'],
  ['in HTML by numbers', '<p>tip&#47;top&#x22;+&#115;ecret</p>'],
  ['in HTML escaped twice', '<p>tip/top&amp;quot;+secret</p>'],
  ['encoded as they are sent', basic(credentials)],
])('an account that repeats the secret, %s, gets none of it into a report', async (_, said) => {
  const { endpoint, close } = await served((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('www-authenticate', encodeURI(said)).setHeader('location', said)
      response.writeHead(302).end(said)
    })
  })()
  onTestFinished(close)
  const account = {
    endpoint: new URL(endpoint),
    origin: 'https://shop.example',
    keys: { domainKey: 'acme', locationKey: 'eu' },
  }
  const seen = await examine({ ...account, auth: credentials, send: true })
  const conclusion = conclude(seen, account.origin, true)
  for (const write of [report, reportAsJson]) {
    const text = write({ ...account, auth: true }, seen, conclusion)
    expect(text).toContain('(left out: it holds the credentials)')
    for (const part of [said, secret, key, basic(credentials).slice(6), 'ecret']) {
      expect(text.replace('key and secret', '')).not.toContain(part)
    }
  }
})
