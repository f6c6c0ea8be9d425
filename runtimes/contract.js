/**
 * What the relay and the server client promise wherever they run: nothing here but what every web-standard runtime has. Each
 * case speaks to a real upstream over HTTP, by the runtime's own `fetch`.
 *
 * @typedef {typeof import('ometria-headless/server')} Server
 * @typedef {{ name: string, run(): Promise<void> }} Case
 */

const account = { domainKey: 'acme', locationKey: 'eu' }
const add = { scope: 'basket', action: 'add', data: { product_id: '6560241647794', quantity: 1 } }
const order = {
  order_id: 'ABC-123',
  order_total: 74.96,
  order_currency: 'GBP',
  order_lines: [{ product_id: '6560241647794', quantity: 1, order_line_total: 74.96 }],
}
const placed = /** @type {const} */ ({ scope: 'order', action: 'add', data: order })
const uid = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
const sid = 'f9e8d7c6b5a4039281706f5e4d3c2b1a'

/**
 * @param {Server} server the package's entry, as this runtime loaded it
 * @param {string} upstream where `upstream.js` listens
 * @returns {Case[]}
 */
export function contract({ createOmetriaRelay, createOmetriaServer, ...errors }, upstream) {
  /** @type {typeof fetch} */
  const toUpstream = (_, init) => fetch(`${upstream}/api/track`, init)
  const relay = (settings = {}) => createOmetriaRelay({ ...account, fetch: toUpstream, ...settings })
  const client = (settings = {}) => createOmetriaServer({ ...account, fetch: toUpstream, ...settings })
  const fault = (/** @type {object} */ each) =>
    control('/faults', { method: 'POST', body: JSON.stringify(each) })
  const attempts = async () => (await control('/attempts')).json()
  const control = (/** @type {string} */ path, init = {}) => fetch(upstream + path, init)

  /** @type {Record<string, () => Promise<void>>} */
  const cases = {
    async 'relay: an event arrives, and its answer sets the visitor'() {
      const response = await relay()(post({ ...add, request_id: 'r-1' }))
      equal(response.status, 200)
      equal((await response.json()).request_id, 'r-1')
      const cookies = response.headers.getSetCookie()
      equal(cookies.map(cookie => cookie.split('=')[0]).slice(0, 2), ['ometria_uid', 'ometria_sid'])
      const [{ body }] = await attempts()
      equal(
        { scope: body.scope, data: body.data, request_id: body.request_id },
        { ...pick(add), request_id: 'r-1' },
      )
      equal(/^[0-9a-f]{32}$/.test(body.user.uid) && cookies[0]?.includes(body.user.uid), true)
    },
    async 'relay: the visitor of the cookies is adopted'() {
      await relay()(post(add, { cookie: `ometria_uid=${uid}; ometria_sid=${sid}` }))
      const [{ body }] = await attempts()
      equal(body.user, { uid, sid })
    },
    async 'relay: what is no event of this shop is refused'() {
      const refused = async (/** @type {Request} */ request) => (await relay()(request)).status
      equal(await refused(new Request('https://shop.example/api/ometria')), 405)
      equal(await refused(post(add, { 'content-type': 'text/plain' })), 415)
      equal(await refused(post(add, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })), 403)
      equal(await refused(post({ scope: 'order', action: 'cancel', data: { order_id: '1' } })), 422)
      equal(await refused(post({ ...add, data: { product_id: '1', quantity: -1 } })), 400)
      equal(await refused(post({ ...add, data: { ...add.data, note: 'x'.repeat(600_000) } })), 413)
      equal(await attempts(), [])
    },
    async 'relay: a body is counted while it is read'() {
      const chunk = new TextEncoder().encode('x'.repeat(50_000))
      let sent = 0
      const body = new ReadableStream({
        pull(controller) {
          sent += chunk.length
          controller.enqueue(chunk)
        },
      })
      equal((await relay()(streamed(body))).status, 413)
      equal(sent < 2_000_000, true)
    },
    async 'relay: a wrong event says where it is wrong'() {
      const response = await relay()(
        post({ ...placed, data: { ...order, order_lines: [{ product_id: '1' }] } }),
      )
      const { issues } = await response.json()
      equal(
        issues.map((/** @type {{ path: string }} */ { path }) => path),
        ['data.order_lines[0].quantity', 'data.order_lines[0].order_line_total'],
      )
    },
    async 'relay: what Ometria answers becomes what the outbox should do'() {
      /** @type {[object, number][]} */
      const answers = [
        [{ status: 500 }, 502],
        [{ status: 302 }, 502],
        [{ status: 401 }, 502],
        [{ body: '<!doctype html>' }, 502],
        [{ status: 400, body: { why: 'that' } }, 422],
        [{ drop: true, times: 2 }, 502],
      ]
      for (const [answer, status] of answers) {
        await fault(answer)
        equal([answer, (await relay()(post(add))).status], [answer, status])
        await control('/events', { method: 'DELETE' })
      }
      await fault({ status: 429, retryAfter: 30 })
      const { status, headers } = await relay()(post(add))
      equal([status, headers.get('retry-after')], [429, '30'])
    },
    async 'relay: an upstream that hangs is given up'() {
      await fault({ hang: true })
      equal((await relay({ timeoutMs: 300 })(post(add))).status, 504)
    },
    async 'relay: with a queue, 202 once it is stored, 200 for a duplicate, 503 where it could not be'() {
      /** @type {{ request_id: string | number, body: string }[]} */
      const stored = []
      let isDown = false
      const queued = createOmetriaRelay({
        queue: {
          async add(hit) {
            if (isDown) throw new Error('The store is down.')
            const duplicate = stored.some(({ request_id }) => request_id === hit.request_id)
            if (!duplicate) stored.push(hit)
            return { duplicate }
          },
        },
      })
      equal((await queued(post(placed))).status, 202)
      equal((await queued(post(placed))).status, 200)
      isDown = true
      const { status, headers } = await queued(post(add))
      equal([status, headers.has('retry-after')], [503, true])
      equal(
        stored.map(({ request_id }) => request_id),
        ['order-add-ABC-123'],
      )
    },
    async 'server client: delivers, and tries again under the same id until Ometria is back'() {
      await fault({ status: 503, times: 2 })
      const receipt = await client({ retry: { attempts: 3 } }).track(placed)
      equal([receipt.status, receipt.request_id], ['delivered', 'order-add-ABC-123'])
      equal(
        (await attempts()).map((/** @type {{ answer: number }} */ { answer }) => answer),
        [503, 503, 200],
      )
    },
    async 'server client: credentials go along in UTF-8'() {
      await client({ auth: { key: 'kéy', secret: 'sécret' } }).track(placed)
      const [{ headers }] = await attempts()
      equal(
        headers.authorization,
        `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode('kéy:sécret')))}`,
      )
    },
    async 'server client: what Ometria refuses is an error with its status, what is wrong names its path'() {
      await fault({ status: 400, body: { why: 'that' } })
      const refused = await thrownBy(() => client().track(placed))
      equal(refused instanceof errors.OmetriaRejectedError && refused.status, 400)
      const wrong = await thrownBy(() =>
        client().track({ scope: 'order', action: 'cancel', data: { order_id: '' } }),
      )
      equal(wrong instanceof errors.OmetriaValidationError && wrong.issues.map(({ path }) => path), [
        'data.order_id',
      ])
    },
    async 'server client: gives up on a server that never answers'() {
      await fault({ hang: true })
      const error = await thrownBy(() => client({ retry: { attempts: 1, timeoutMs: 300 } }).track(placed))
      equal(error instanceof errors.OmetriaError && error.code, 'unreachable')
    },
    async 'unusable configuration is said when it is made'() {
      for (const make of [createOmetriaRelay, createOmetriaServer]) {
        const error = await thrownBy(async () => make({ domainKey: 'No.Label', locationKey: 'eu' }))
        equal(error instanceof errors.OmetriaConfigError, true)
      }
    },
  }

  return Object.entries(cases).map(([name, check]) => ({
    name,
    async run() {
      await control('/events', { method: 'DELETE' })
      await check()
    },
  }))
}

/**
 * Plays all of it, one after the other.
 *
 * @param {Server} server
 * @param {string} upstream
 */
export async function play(server, upstream) {
  const results = []
  for (const { name, run } of contract(server, upstream)) {
    const error = await thrownBy(run)
    results.push({ name, error: error && String(error) })
  }
  return results
}

/**
 * @param {object} event
 * @param {Record<string, string>} headers
 */
function post(event, headers = {}) {
  return new Request('https://shop.example/api/ometria', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(event),
  })
}

/** @param {ReadableStream} body */
function streamed(body) {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  // Node takes a stream with this word alone; the type of `RequestInit` does not know it everywhere.
  const init = { method: 'POST', headers, body, duplex: 'half' }
  return new Request('https://shop.example/api/ometria', init)
}

const pick = (/** @type {{ scope: string, data: object }} */ { scope, data }) => ({ scope, data })

/** @param {() => Promise<unknown>} work */
async function thrownBy(work) {
  try {
    await work()
    return undefined
  } catch (error) {
    return error
  }
}

/**
 * @param {unknown} actual
 * @param {unknown} expected
 */
function equal(actual, expected) {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== should) throw new Error(`expected ${should}, got ${is}`)
}
