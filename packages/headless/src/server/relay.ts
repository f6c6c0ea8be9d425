import { OmetriaValidationError } from '../errors.js'
import { kindOf } from '../events/kinds.js'
import { buildHit, withUser } from '../events/request-body.js'
import { validate } from '../events/validate.js'
import { acknowledgement } from './relay-acknowledgement.js'
import { isHttps } from './relay-address.js'
import { handOverOf } from './relay-hand-over.js'
import { corsHeaders, isFromShop, preflightHeaders } from './relay-origin.js'
import { partsOf } from './relay-posted.js'
import { readJson } from './relay-read-json.js'
import { Refusal } from './relay-refusal.js'
import { checkRequestId } from './relay-request-id.js'
import { type OmetriaRelayConfig, settingsOf } from './relay-settings.js'
import { createUnreadWarning } from './relay-unread-warning.js'
import { identityCookies, visitorOf } from './relay-visitor.js'

/**
 * Makes a first-party endpoint: a page posts its events to the shop's own server, which passes them on. One request
 * upstream for each that comes in; trying again is the browser's part. With a `queue` the event is stored instead: 202
 * once the queue has it, 200 where it had it before, 503 where it could not be stored. The handler never throws.
 *
 * @throws OmetriaConfigError where the configuration can't work
 */
export function createOmetriaRelay(config: OmetriaRelayConfig): (request: Request) => Promise<Response> {
  const { allowedOrigins, allow, cookies, timeoutMs, maxBodyBytes } = settingsOf(Object(config))
  const handOver = handOverOf(config, timeoutMs)
  const unread = createUnreadWarning()

  /** What to answer to a success; the cookies go into `headers` as soon as they are known. */
  async function pass(request: Request, headers: Headers) {
    if (request.method !== 'POST') {
      throw new Refusal(405, 'Events are sent with POST.', { headers: { allow: 'POST' } })
    }
    if (!isFromShop(request, allowedOrigins)) {
      throw new Refusal(
        403,
        'Only pages of this shop may report here. Name the origin of any other page in `allowedOrigins`.',
      )
    }

    const reading = readJson(request, { maxBytes: maxBodyBytes, timeoutMs })
    const posted = partsOf(await unread.watch(request, reading))
    const event = validate(posted.event)
    const kind = kindOf(event)
    if (!allow.some(allowed => allowed === kind)) {
      // Not 403: a page takes that for the account's fault, and the event would wait for days.
      throw new Refusal(
        422,
        `Browsers may not report '${kind}' here. Report it with createOmetriaServer, or name it in \`allow\`.`,
      )
    }
    checkRequestId(event)
    const known = request.headers.get('cookie') ?? ''
    const user = visitorOf(posted.user, known, { cookies })
    const hit = buildHit(event)
    const { request_id } = hit.event

    const secure = isHttps(request)
    for (const cookie of identityCookies(user, posted.user, known, { cookies }, secure)) {
      headers.append('set-cookie', cookie)
    }
    const taken = await handOver(request_id, withUser(hit.body, user))
    for (const cookie of acknowledgement(request_id, known, secure)) headers.append('set-cookie', cookie)
    return taken
  }

  return async request => {
    const cors = corsHeaders(request, allowedOrigins)
    if (request.method === 'OPTIONS' && cors) {
      return new Response(null, { status: 204, headers: { ...headersOfAll, ...cors, ...preflightHeaders } })
    }
    const headers = new Headers({ 'content-type': 'application/json', ...headersOfAll, ...cors })
    try {
      const { status, answer } = await pass(request, headers)
      return json(answer, status, headers)
    } catch (thrown) {
      const { status, message, more, headers: own } = refusalOf(thrown)
      for (const [name, value] of Object.entries(own)) headers.set(name, value)
      return json({ error: message, ...more }, status, headers)
    }
  }
}

/** In place of `Response.json`: servers with a faster `Response` of their own still have the slow one's `json`. */
const json = (body: object, status: number, headers: Headers) =>
  new Response(JSON.stringify(body), { status, headers })

const headersOfAll = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

// An answer repeats no more than this of what was sent.
const maxIssues = 20
const maxPath = 200

function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown
  if (thrown instanceof OmetriaValidationError) {
    const issues = thrown.issues
      .slice(0, maxIssues)
      .map(({ path, message }) => ({ path: path.slice(0, maxPath), message }))
    return new Refusal(400, 'The event is not as Ometria expects it: see `issues`.', { issues })
  }
  // No other error is known. Should one come, the event waits in the browser.
  return new Refusal(502, 'The relay could not pass the event on.')
}
