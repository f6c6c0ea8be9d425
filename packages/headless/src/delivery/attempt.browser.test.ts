import type { Fault } from 'ometria-mock'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { added, endpoint, fetchMock, hurry, mock, openPage, placed, stored } from '../../test/page.js'
import { OmetriaRejectedError } from '../index.js'

beforeEach(hurry)

/** Answers as from another address than was asked. */
const redirected: typeof fetch = async (url, init) =>
  Object.defineProperty(await fetchMock(url, init), 'redirected', { value: true })

const requestIds = () => mock.attempts.map(({ body }) => Object(body).request_id)

describe('a 2xx is a delivery', () => {
  test.each([
    ['with Ometria’s answer', { body: undefined }, { request_id: 'order-add-1' }],
    ['without a body', { status: 204 }, null],
    ['with an empty body', { body: '' }, null],
    ['with null', { body: null }, null],
    ['with an object that says something else', { body: { ok: true } }, { ok: true }],
    ['created', { status: 201 }, { request_id: 'order-add-1' }],
  ])('%s', async (_, fault, response) => {
    mock.faults.push(fault)
    const { client, told } = openPage()
    const receipt = await client.track(placed('1'))
    expect([receipt, told]).toEqual([{ status: 'delivered', request_id: 'order-add-1', response }, []])
  })

  test('whose request id went from number to text', async () => {
    mock.faults.push({ body: { request_id: '7' } })
    const { client, told } = openPage()
    await client.track({ ...added('abc'), request_id: 7 })
    expect(told).toEqual([])
  })

  test('that breaks off while its body is read', async () => {
    const { client } = openPage({
      async fetch() {
        const body = new ReadableStream({ start: controller => controller.error(new TypeError('reset')) })
        return new Response(body)
      },
    })
    expect(await client.track(placed('1'))).toMatchObject({ status: 'delivered', response: null })
  })

  test('where an attempt may take for ever', async () => {
    mock.faults.push({ delay: 20 })
    const { client } = openPage({ delivery: { timeoutMs: Number.POSITIVE_INFINITY } })
    await client.track(placed('1'))
    expect(mock.attempts).toHaveLength(1)
  })

  test('whose body never ends, whatever becomes of its signal', async () => {
    const { client } = openPage({
      delivery: { timeoutMs: 50 },
      fetch: async () => new Response(new ReadableStream()),
    })
    expect(await client.track(placed('1'))).toMatchObject({ status: 'delivered', response: null })
  })

  test('whose body never ends', async () => {
    const { client } = openPage({
      delivery: { timeoutMs: 50 },
      async fetch(_, init) {
        const body = new ReadableStream({
          start: controller =>
            init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason)),
        })
        return new Response(body)
      },
    })
    expect(await client.track(placed('1'))).toMatchObject({ status: 'delivered', response: null })
  })

  test('whose answer is larger than any of Ometria’s, which is not kept', async () => {
    mock.faults.push({ body: 'a'.repeat(100_000) })
    const { client } = openPage()
    expect(await client.track(placed('1'))).toMatchObject({ status: 'delivered', response: null })
    expect(JSON.stringify(stored()).length).toBeLessThan(500)
  })

  test('of a relay that had moved', async () => {
    const { client } = openPage({ fetch: redirected })
    expect(await client.track(placed('1'))).toMatchObject({ status: 'delivered' })
  })

  test.each([
    ['a page', '<!doctype html><h1>We are back in a minute'],
    ['a page longer than any answer', `<!doctype html>${'a'.repeat(100_000)}`],
  ])('but not %s that a redirect led to: the event waits', async (_, body) => {
    mock.faults.push({ body })
    const { client, activities } = openPage({ fetch: redirected })
    expect(await client.track(placed('1'))).toMatchObject({ status: 'delivered' })
    expect(activities.map(({ type }) => type)).toEqual(['queued', 'attempt', 'retry', 'attempt', 'delivered'])
  })

  test.each([
    ['plain text', { body: 'OK' }, 'OK'],
    [
      'a request id that is no text',
      { body: { request_id: { toString: 1 } } },
      { request_id: { toString: 1 } },
    ],
    ['another event’s request id', { body: { request_id: 'someone else' } }, { request_id: 'someone else' }],
  ])('that answers with %s, which is told once', async (_, fault, response) => {
    mock.faults.push(fault, fault)
    const { client, told } = openPage()
    expect(await client.track(added('a'))).toMatchObject({ status: 'delivered', response })
    expect(await client.track(added('b'))).toMatchObject({ status: 'delivered', response })
    expect(told).toEqual([[expect.objectContaining({ code: 'response' }), undefined]])
    expect(mock.attempts).toHaveLength(2)
  })
})

describe('a 4xx that speaks of the event is a refusal:', () => {
  test.each([
    [400, { issues: ['data.order_id: …'] }],
    [409, null],
    [413, 'too large'],
    [422, ['a', 'b']],
  ])('%i goes to the caller and to onError, and blocks nothing', async (status, body) => {
    mock.faults.push({ status, body })
    const { client, told, activities } = openPage()
    const refused = client.track(placed('1'))
    const next = client.track(placed('2'))
    const error: unknown = await refused.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(OmetriaRejectedError)
    const message = expect.stringContaining(`${endpoint()} refused the event with status ${status}.`)
    expect(error).toMatchObject({ code: 'rejected', status, body, message })
    expect(told).toEqual([[error, expect.objectContaining(placed('1'))]])
    expect(activities).toContainEqual(
      expect.objectContaining({ type: 'ended', reason: 'rejected', error, request_id: 'order-add-1' }),
    )
    expect(await next).toMatchObject({ status: 'delivered' })
    expect(requestIds()).toEqual(['order-add-1', 'order-add-2'])
  })
})

describe('an answer that no tracking endpoint gives is the account’s fault:', () => {
  test('a page of HTML that breaks off', async () => {
    const broken = new ReadableStream({ pull: controller => controller.error(new TypeError('network')) })
    const headers = { 'content-type': 'text/html' }
    const fetch = vi.fn(fetchMock).mockResolvedValueOnce(new Response(broken, { headers }))
    const { client, told } = openPage({ fetch })
    expect(await client.track(placed('1'))).toMatchObject({ status: 'delivered' })
    expect(mock.events).toHaveLength(1)
    expect(told).toEqual([[expect.objectContaining({ code: 'account' }), undefined]])
  })

  test.each<[string, Fault]>([
    ['401', { status: 401 }],
    ['403, a page', { status: 403, body: '<h1>Forbidden' }],
    ['404', { status: 404, body: { error: 'unknown account' } }],
    ['405', { status: 405 }],
    ['407', { status: 407 }],
    ['a 3xx that nobody followed', { status: 304 }],
    ['a page of the shop’s own at 200', { body: '<!doctype html><h1>Back soon' }],
    ['a page at 400', { status: 400, body: '<html><body>Bad Request' }],
  ])('%s: the event waits, and the shop is told once, with the address and what to do', async (_, fault) => {
    mock.faults.push({ ...fault, times: 3 })
    const { client, told, activities } = openPage()
    const receipts = [client.track(placed('1')), client.track(added('a'))]
    expect(await Promise.all(receipts)).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }])
    expect(told).toEqual([[expect.objectContaining({ code: 'account' }), undefined]])
    expect(told[0]?.[0].message).toContain('https://mock.test/api/track')
    expect(activities.filter(({ type }) => type === 'ended')).toEqual([])
  })
})

describe('tried again, under the same request id:', () => {
  test.each<[string, Fault]>([
    ['408', { status: 408 }],
    ['425', { status: 425 }],
    ['429', { status: 429 }],
    ['500, three times', { status: 500, times: 3 }],
    ['503', { status: 503 }],
    ['a connection that breaks', { drop: true }],
    ['no answer in time', { hang: true }],
  ])('%s', async (_, fault) => {
    mock.faults.push(fault)
    const { client, told } = openPage({ delivery: { timeoutMs: 50 } })
    expect(await client.track(added('abc'))).toMatchObject({ status: 'delivered' })
    const times = fault.times ?? 1
    expect(mock.attempts).toHaveLength(times + 1)
    expect(new Set(requestIds()).size).toBe(1)
    expect([mock.events.length, told]).toEqual([1, []])
  })

  test('a fetch that never settles and heeds no signal', async () => {
    const fetch = vi
      .fn()
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValue(new Response())
    const { client } = openPage({ fetch, delivery: { timeoutMs: 50 } })
    expect(await client.track(added('abc'))).toMatchObject({ status: 'delivered' })
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  test('a fetch that throws at once', async () => {
    const fetch = vi
      .fn()
      .mockImplementationOnce(() => JSON.parse('{'))
      .mockResolvedValue(new Response())
    const { client } = openPage({ fetch })
    expect(await client.track(added('abc'))).toMatchObject({ status: 'delivered' })
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})
