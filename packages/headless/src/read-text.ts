export interface Reading {
  text: string
  /** Why reading ended: all was read, or it went over one of the limits. */
  ended: 'whole' | 'too long' | 'too slow'
}

/** Reads a body no further than the limits allow, and lets go of the rest. Rejects where the stream breaks. */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, timeoutMs }: { maxBytes: number; timeoutMs: number },
): Promise<Reading> {
  if (!body) return { text: '', ended: 'whole' }
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const letGo = () => reader.cancel().catch(() => {})
  let ended: Reading['ended'] = 'whole'
  let text = ''
  let bytes = 0
  const timer = setTimeout(() => {
    ended = 'too slow'
    letGo() // which ends the read that waits
  }, timeoutMs)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), ended }
      bytes += value.byteLength
      if (bytes > maxBytes) {
        letGo()
        return { text, ended: 'too long' }
      }
      text += decoder.decode(value, { stream: true })
    }
  } finally {
    clearTimeout(timer)
  }
}
