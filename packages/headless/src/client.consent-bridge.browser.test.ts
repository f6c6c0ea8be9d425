import { createMockOmetria } from 'ometria-mock'
import { expect, test } from 'vitest'
import { oneTrust } from './consent/one-trust.js'
import { createOmetriaClient } from './index.js'

function answer(groups: string) {
  Object.assign(window, { OnetrustActiveGroups: groups, OneTrust: { IsAlertBoxClosed: () => true } })
  window.dispatchEvent(new CustomEvent('OneTrustGroupsUpdated'))
}

test('a client waits for the answer of a platform, and follows when it changes', async () => {
  const mock = createMockOmetria()
  const client = createOmetriaClient({
    endpoint: '/api/track',
    consent: oneTrust(),
    cookies: { uid: 'bridged_uid', sid: 'bridged_sid' },
    fetch: (url, init) => mock.fetch(new Request(new URL(String(url), location.href), init)),
  })
  const held = client.track({ scope: 'view' })
  await client.flush()
  expect(client.getConsent()).toBe('pending')
  expect(document.cookie).not.toContain('bridged')
  expect(mock.attempts).toEqual([])

  answer(',C0001,C0004,')
  expect(await held).toMatchObject({ status: 'delivered' })
  expect(document.cookie).toContain('bridged')

  answer(',C0001,')
  expect(await client.track({ scope: 'view' })).toEqual({ status: 'suppressed', reason: 'consent' })
  expect(document.cookie).not.toContain('bridged')
  expect(mock.events).toHaveLength(1)
  client.destroy()
})
