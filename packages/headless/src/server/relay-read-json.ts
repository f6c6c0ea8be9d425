import { beyondLimits } from './json-limits.js'
import { type Limits, readText } from './read-text.js'
import { Refusal } from './relay-refusal.js'

const readBefore =
  'was read before it came here. Mount the relay ahead of any body parser, such as express.json(); in a Next.js API route, set bodyParser to false.'

/**
 * The JSON that was posted. Where a body parser took the body, the shop's server is set up wrong, so the answer is a 500:
 * the event waits in the browser until that is mended.
 *
 * @throws Refusal
 */
export async function readJson(request: Request, limits: Limits): Promise<unknown> {
  const { headers } = request
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    throw new Refusal(415, 'Expected a body of type application/json.')
  }
  // Decoding would mean that a few bytes can become many.
  if ((headers.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw new Refusal(415, 'Expected a body without a content-encoding.')
  }
  if (request.bodyUsed) throw new Refusal(500, `The body ${readBefore}`)
  if (Number(headers.get('content-length')) > limits.maxBytes) {
    request.body?.cancel().catch(() => {})
    throw tooLong(limits)
  }
  const { text, ended } = await readText(request, limits).catch(() => {
    throw new Refusal(500, `The body broke off, or ${readBefore}`)
  })
  if (ended === 'too long') throw tooLong(limits)
  if (ended === 'too slow') throw new Refusal(408, `The body took too long, or ${readBefore}`)
  if (text === '' && isAnnounced(headers)) throw new Refusal(500, `The body ${readBefore}`)
  const expected = beyondLimits(text)
  if (expected) throw new Refusal(400, `Expected JSON with ${expected}.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'Expected JSON.')
  }
}

const tooLong = ({ maxBytes }: Limits) => new Refusal(413, `Expected a body of at most ${maxBytes} bytes.`)

/** Whether the sender said that a body comes (RFC 9112, 6.3). */
const isAnnounced = (headers: Headers) =>
  Number(headers.get('content-length')) > 0 || headers.has('transfer-encoding')
