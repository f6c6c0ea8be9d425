import { longestTimer } from './retry-policy.js'

/**
 * One request and the text of its answer, in so many ms at most, even where a `fetch` of the shop's own heeds no signal.
 *
 * The status is the answer: of a body that can't be read, breaks off or never ends, there is no text. Tried again for it, an
 * event would arrive twice. Rejects where there is no answer at all.
 */
export async function exchange(
  fetchIt: typeof fetch,
  url: string,
  init: RequestInit,
  timeoutMs: number,
  controller: AbortController,
  read: (response: Response) => Promise<string>,
): Promise<{ response: Response; text: string | undefined }> {
  let response = undefined as Response | undefined // which `ask` changes
  async function ask() {
    response = await fetchIt(url, { ...init, method: 'POST', signal: controller.signal })
    return read(response).catch(() => undefined)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<undefined>(resolve => {
    const end = () => {
      controller.abort()
      resolve(undefined)
    }
    timer = setTimeout(end, Math.min(timeoutMs, longestTimer))
  })
  try {
    const text = await Promise.race([ask(), timeout])
    if (response) return { response, text }
    throw new Error('timeout')
  } finally {
    clearTimeout(timer)
  }
}
