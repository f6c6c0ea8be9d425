import type { Activity } from './activity.js'
import type { Consent } from './consent/consent.js'

// What a developer should know, said once in the console. Development only: bundlers take all of it out of what ships.
// Where there is no bundler, there is no `process`, and nothing is said.

/** After so long without the visitor's word, in ms, a developer may wonder why nothing is sent. */
export const patienceMs = 60_000

/** Speaks up where the browser is online, and no answer comes from the endpoint. */
export function watchForSilence(subscribe: (listener: (activity: Activity) => void) => void, url: string) {
  try {
    if (process.env.NODE_ENV !== 'production') {
      let isSaid = false
      subscribe(activity => {
        const isSilent = activity.type === 'retry' && activity.error.code === 'unreachable'
        if (isSaid || !isSilent || !navigator.onLine) return
        isSaid = true
        console.warn(
          `Ometria: no answer came from ${url}. Events wait. Does the server run? If the console shows an error of CORS, use a relay: \`endpoint: '/api/ometria'\`. If it shows a content security policy, add this address to \`connect-src\`. A content blocker may be at work, too.`,
        )
      })
    }
  } catch {}
}

/** Speaks up where an event is held, and the visitor's word does not come. */
export function watchForConsent(consent: () => Consent) {
  try {
    if (process.env.NODE_ENV !== 'production') {
      const hint =
        'Ometria: consent has been `pending` for a minute, and events wait for it. If the visitor has answered, tell Ometria: the `consent` prop, `setConsent`, or a consent source.'
      setTimeout(() => consent() === 'pending' && console.warn(hint), patienceMs)
    }
  } catch {}
}
