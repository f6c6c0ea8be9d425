import { once } from 'node:events'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

/** Marks an order of the bench, in whatever an SDK wraps it. */
const orderId = /(bench_[a-z0-9]+)_\d+/g

/** Pages that are isolated get a clock of 5 µs instead of 100. */
const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-store',
}

/** @typedef {Awaited<ReturnType<typeof openSite>>} Site */

/**
 * One site for everything: the pages, and behind them whatever endpoint an SDK asks for.
 *
 * @param {Record<string, string>} scripts by the name of their page
 */
export async function openSite(scripts) {
  /** @type {Map<string, number>} when each order first arrived, by `performance.now()` */
  const arrived = new Map()
  /** @type {Map<string, number>} how many have, by what comes before their number */
  const counts = new Map()
  /** @type {Map<string, number[]>} what pages measured of themselves, by their name */
  const reports = new Map()
  /** The status that every event is answered with in an outage. @type {number | undefined} */
  let outage
  let failed = 0
  const site = {
    url: '',
    arrived,
    reports,
    close,
    countArrived: (/** @type {string} */ prefix) => counts.get(prefix) ?? 0,
    failWith(/** @type {number | undefined} */ status) {
      outage = status
    },
    countFailed: () => failed,
  }

  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url ?? '', 'http://site')
      const [, folder, name = ''] = pathname.split('/')
      if (folder === 'report') {
        reports.set(name, JSON.parse((await buffer(request)).toString()))
        return answer('text/plain', '')
      }
      if (request.method === 'POST' && outage) return await refuse(outage)
      if (request.method === 'POST') return await take()
      if (folder === 'page') return answer('text/html', page(name))
      if (folder === 'script') return answer('text/javascript', scripts[name] ?? '')
      answer('application/json', JSON.stringify(settings(pathname, request.headers.host ?? '')))
    } catch {
      response.destroy()
    }

    function answer(/** @type {string} */ type, /** @type {string} */ body) {
      response.writeHead(200, { 'content-type': type, ...isolated }).end(body)
    }

    async function refuse(/** @type {number} */ status) {
      await buffer(request)
      failed++
      response.writeHead(status, isolated).end()
    }

    async function take() {
      const bytes = await buffer(request)
      const now = performance.now()
      // PostHog's are gzip without a word of it (RFC 1952: they begin so).
      const body = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString()
      for (const [id = '', prefix = ''] of body.matchAll(orderId)) {
        if (arrived.has(id)) continue
        arrived.set(id, now)
        counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
      }
      const [, request_id] = /"request_id":("[^"]*")/.exec(body) ?? []
      answer('application/json', request_id ? `{"request_id":${request_id}}` : '{"code":200}')
    }
  }).listen(0, '127.0.0.1')

  await once(server, 'listening')
  const address = server.address()
  site.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return site

  function close() {
    server.close()
    server.closeAllConnections()
  }
}

const page = (/** @type {string} */ name) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<body><script type="module" src="/script/${name}"></script>`

/**
 * What an SDK asks for before it does anything.
 *
 * @param {string} pathname
 * @param {string} host
 */
function settings(pathname, host) {
  // Segment: where its events go.
  if (pathname.endsWith('/settings')) {
    return {
      integrations: { 'Segment.io': { apiKey: 'bench', apiHost: `${host}/v1`, protocol: 'http' } },
    }
  }
  // RudderStack: a source without destinations of its own.
  if (pathname.startsWith('/sourceConfig')) {
    return {
      source: {
        id: 'bench',
        name: 'bench',
        enabled: true,
        config: {},
        workspaceId: 'bench',
        destinations: [],
      },
    }
  }
  return {}
}
