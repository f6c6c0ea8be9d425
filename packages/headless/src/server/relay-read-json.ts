import { type Limits, readText } from './read-text.js'
import { Refusal } from './relay-refusal.js'

/**
 * The JSON that was posted.
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
  if (request.bodyUsed) {
    throw new Refusal(400, 'The body was read before it came here: mount the relay ahead of any body parser.')
  }
  const tooLong = new Refusal(413, `Expected a body of at most ${limits.maxBytes} bytes.`)
  if (Number(headers.get('content-length')) > limits.maxBytes) {
    request.body?.cancel().catch(() => {})
    throw tooLong
  }
  const { text, ended } = await readText(request, limits).catch(() => {
    throw new Refusal(400, 'The body broke off.')
  })
  if (ended === 'too long') throw tooLong
  if (ended === 'too slow') throw new Refusal(408, 'The body took too long.')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'Expected JSON.')
  }
}
