/**
 * What a `fetch` was called with, as a request: a relative address is taken as the page's, or as one of localhost where
 * there is no page.
 *
 * The signal stands beside the request: in jsdom it may be one of jsdom's own, which Node's `Request` refuses from Node 24 on.
 */
export function toRequest(
  input: Request | URL | string,
  init?: RequestInit,
): { request: Request; signal: AbortSignal } {
  if (input instanceof Request && !init) return { request: input, signal: input.signal }
  const url =
    input instanceof Request ? input : new URL(input, globalThis.location?.href ?? 'http://localhost')
  // What a `Request` holds can't be spread: a request in the place of `init` is taken as it is.
  const request = new Request(url, init instanceof Request ? init : { ...init, signal: null })
  return { request, signal: init?.signal ?? (input instanceof Request ? input.signal : request.signal) }
}
