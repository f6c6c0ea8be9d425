/**
 * Says on the console why a relay seems to hang. An adapter such as `@remix-run/node-fetch-server` takes a body that a body
 * parser has read before for a request that was given up, and then sends no answer at all. Said once, and only as long as
 * no body came through: later such a request is one that a browser really gave up.
 */
export function createUnreadWarning() {
  let mayWarn = true

  return {
    /** Passes on what becomes of reading a request's body. */
    async watch<Body>(request: Request, reading: Promise<Body>): Promise<Body> {
      try {
        const body = await reading
        mayWarn = false
        return body
      } catch (refusal) {
        if (mayWarn && request.signal.aborted) {
          mayWarn = false
          console.error(`The Ometria relay: ${refusal instanceof Error ? refusal.message : refusal}`)
        }
        throw refusal
      }
    },
  }
}
