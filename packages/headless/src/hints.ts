/** After so long without the visitor's word, in ms, a developer may wonder why nothing is sent. */
const patienceMs = 60_000

export type Hints = ReturnType<typeof createHints>

/**
 * What a developer should know, said once in the console. Development only: bundlers take the texts out of what ships.
 * Where there is no bundler, there is no `process`, and nothing is said.
 */
export function createHints() {
  const given = new Set<string>()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function give(text: string) {
    if (!given.has(text)) console.warn(`Ometria: ${text}`)
    given.add(text)
  }

  return {
    /** The browser is online, and no answer came from the endpoint. */
    unanswered(url: string) {
      try {
        if (process.env.NODE_ENV !== 'production' && navigator.onLine)
          give(
            `no answer came from ${url}. Events wait. Does the server run? If the console shows an error of CORS, use a relay: \`endpoint: '/api/ometria'\`. If it shows a content security policy, add this address to \`connect-src\`. A content blocker may be at work, too.`,
          )
      } catch {}
    },
    /** An event is held, since the visitor has not spoken. */
    held() {
      try {
        if (process.env.NODE_ENV !== 'production')
          waiting ??= setTimeout(
            give,
            patienceMs,
            'consent has been `pending` for a minute, and events wait for it. If the visitor has answered, tell Ometria: the `consent` prop, `setConsent`, or a consent source.',
          )
      } catch {}
    },
    /** Nothing is held any longer. */
    released() {
      clearTimeout(waiting)
      waiting = undefined
    },
  }
}
