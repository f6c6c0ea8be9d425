import type { EndReason, OmetriaErrorCode } from 'ometria-headless'
import type { State } from './recorded-event.js'

/** What a developer should do next, for each way in which an event may end. */
const byReason: { readonly [Reason in EndReason]: string } = {
  consent:
    'The visitor denied consent, so nothing was sent. That is right where the visitor did. If not, look at the `consent` that you give to <OmetriaProvider>.',
  invalid:
    'Ometria would not understand this event, so it was not sent. Each line above names a place in the event and what belongs there. Mend the call that tracked it.',
  duplicate:
    'This order was placed (or cancelled) already, in this browser. That is right after a reload of the confirmation page. If this is another order, give it another `order_id`. To test with the same order again, clear the site’s data.',
  rejected:
    'Ometria has answered that the event is wrong, and will answer the same again. The answer below says why. If it says nothing, compare the body with Ometria’s reference for this kind of event.',
  expired:
    'The event waited for longer than `delivery.maxAgeMs`, 7 days unless you set it. Look at the waiting events: their error says why nothing was delivered.',
  overflow:
    'More events waited than `delivery.maxEvents` allows, 1,000 unless you set it, so the oldest views and basket changes made room. So many wait where the endpoint does not answer. Look at the errors of those that wait.',
  server:
    'On a server nothing is tracked by the client. Use `createOmetriaServer` of `ometria-headless/server` there.',
}

const ofConfig =
  'The client can’t work with its configuration, so nothing is sent. Mend what the line above names, in <OmetriaProvider> or createOmetriaClient.'

/** What a developer should do about an error, while the event waits. */
const byCode: { readonly [Code in OmetriaErrorCode]?: string } = {
  unreachable:
    'No answer came, and the event waits. Does the server run? Does the console show an error of CORS? Then use a relay: endpoint="/api/ometria". Does it show a content security policy? Then add the address to `connect-src`. A content blocker may be at work, too.',
  unavailable:
    'The server asked to come back later. The event waits, and is sent again by itself. Nothing to do, unless this goes on.',
  account:
    'This answer does not come from a tracking endpoint, and the event waits. Check the address or the keys. Behind a relay: is the relay deployed at this path, and does it need no login? `npx ometria-doctor` asks the account what it accepts.',
}

/** What to do next about an event in this state; nothing where all is well. */
export function adviceFor(state: State): string | undefined {
  switch (state.is) {
    case 'held':
      return 'The event waits in memory until the visitor has answered. If the visitor has, tell Ometria: the `consent` prop, `setConsent`, or a consent source. You can answer for the visitor above.'
    case 'waiting':
      return byCode[state.error.code]
    case 'ended':
      if (state.error?.code === 'config') return ofConfig
      return byReason[state.reason]
    default:
      return undefined
  }
}
