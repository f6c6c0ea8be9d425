/**
 * Lets requests to the endpoint fail as in a browser that is offline, until the function that comes back is called. A client
 * with a `fetch` of its own in its configuration is not kept from sending.
 */
export function pretendOffline(isEndpoint: (url: string) => boolean): () => void {
  const online = globalThis.fetch
  const offline: typeof fetch = (input, init) =>
    isEndpoint(new URL(input instanceof Request ? input.url : input, location.href).href)
      ? Promise.reject(new TypeError('The Ometria devtools pretend that the browser is offline.'))
      : online(input, init)
  globalThis.fetch = offline
  return () => {
    // Somebody else may have put another on top, which goes on to call ours.
    if (globalThis.fetch === offline) globalThis.fetch = online
    isEndpoint = () => false
    dispatchEvent(new Event('online'))
  }
}
