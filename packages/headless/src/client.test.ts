import { expect, test, vi } from 'vitest'
import { createOmetriaClient, OmetriaConfigError } from './index.js'

const view = { scope: 'view' } as const

test('on a server nothing is sent, and the caller is told', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>()
  const client = createOmetriaClient({ endpoint: 'https://mock.test/api/track', consent: 'granted', fetch })
  const ends: unknown[] = []
  client.subscribe(activity => ends.push(activity.type === 'ended' && activity.reason))
  expect(await client.track(view)).toEqual({ status: 'suppressed', reason: 'server' })
  expect(ends).toEqual(['server'])
  expect(client.getUser()).toBeNull()
  expect(client.getConsent()).toBe('granted')
  client.setConsent('denied')
  expect(client.getConsent()).toBe('denied')
  await client.flush()
  client.destroy()
  expect(fetch).not.toHaveBeenCalled()
})

test('on a server a consent source is left alone', async () => {
  const subscribe = vi.fn(() => () => {})
  const client = createOmetriaClient({ endpoint: '/api', consent: { get: () => 'granted', subscribe } })
  await client.track(view)
  client.destroy()
  expect(subscribe).not.toHaveBeenCalled()
})

test('unusable configuration is unusable on a server too', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  const client = createOmetriaClient({ endpoint: '//evil.com', consent: 'granted' })
  const heard: unknown[] = []
  client.subscribe(({ at, request_id, ...step }) => heard.push(step))
  await expect(client.track(view)).rejects.toBeInstanceOf(OmetriaConfigError)
  const error = expect.any(OmetriaConfigError)
  expect(heard).toEqual([{ event: view, type: 'ended', reason: 'invalid', error }])
  expect(told).toHaveBeenCalledExactlyOnceWith(error, expect.stringContaining('errors.md#config'))
})
