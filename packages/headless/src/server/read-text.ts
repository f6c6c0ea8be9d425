import { bytesIn } from '../events/request-body.js'

export interface Limits {
  maxBytes: number
  /** In ms. No limit unless given. */
  timeoutMs?: number
}

export interface Reading {
  /** All of it, or its beginning where it is too long. */
  text: string
  /** Why reading ended: all was read, or it went over one of the limits. */
  ended: 'whole' | 'too long' | 'too slow'
}

/** A body of a declared length up to this many bytes is read at once, which takes Node half the time of a stream. */
const atOnce = 64 * 1024

/**
 * Reads a body no further than the limits allow, and cancels the rest. Rejects where the body breaks off.
 *
 * Only small bodies are read at once, since such a read can't be cancelled. HTTP servers and clients let no more through
 * than the declared length.
 */
export async function readText(message: Request | Response, limits: Limits): Promise<Reading> {
  const { headers } = message
  const declared = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'))
  if (!(declared > 0 && declared <= Math.min(atOnce, limits.maxBytes)))
    return readStream(message.body, limits)
  const reading = message.text().then((text): Reading => {
    const tooLong = text.length * 3 > limits.maxBytes && bytesIn(text) > limits.maxBytes
    return { text, ended: tooLong ? 'too long' : 'whole' }
  })
  return within(limits.timeoutMs, reading)
}

async function readStream(
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, timeoutMs }: Limits,
): Promise<Reading> {
  if (!body) return { text: '', ended: 'whole' }
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0

  async function read(): Promise<Reading> {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), ended: 'whole' }
      text += decoder.decode(value.subarray(0, maxBytes - bytes), { stream: true })
      bytes += value.byteLength
      if (bytes > maxBytes) return { text, ended: 'too long' }
    }
  }
  const reading = await within(timeoutMs, read())
  if (reading.ended !== 'whole') reader.cancel().catch(() => {})
  return reading
}

async function within(timeoutMs: number | undefined, reading: Promise<Reading>): Promise<Reading> {
  if (timeoutMs === undefined) return reading
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooSlow = new Promise<Reading>(resolve => {
    timer = setTimeout(() => resolve({ text: '', ended: 'too slow' }), timeoutMs)
  })
  try {
    return await Promise.race([reading, tooSlow])
  } finally {
    clearTimeout(timer)
  }
}
