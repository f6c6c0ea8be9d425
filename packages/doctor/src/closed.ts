import { answered, type Exchange } from './ask.js'
import { doorOf } from './door.js'
import { excerpt } from './excerpt.js'
import { unreachable } from './unreachable.js'

/** Why an event (`what`) did not get in, and what to do. `auth`: whether credentials were given. */
export function closed(exchange: Exchange, what: string, auth: boolean): string {
  if (!answered(exchange)) return unreachable(exchange)
  const { status, headers, text } = exchange
  const answer = `The account answered ${what} with ${status}`
  switch (doorOf(exchange)) {
    case 'credentials':
      return auth
        ? `${answer} although it came with your key and secret: they are not this account's. Copy both again from Ometria (${settings}).`
        : `${answer}: it wants a key and a secret. They are made in Ometria (${settings}). Ask again with them.`
    case 'forbidden':
      return auth
        ? `${answer} although it came with your key and secret. Are they this account's, and is the address of this machine on its list of addresses (${settings})?`
        : `${answer}. It wants a key and a secret, or it takes events from listed addresses only (${settings}). Ask again with the credentials, or from the server that is to run the relay.`
    case 'address':
      return `${answer}: no tracking endpoint is there. Are both keys right, and is headless tracking switched on for the account?`
    case 'redirect':
      return `${answer}, a redirect to ${excerpt(String(headers.location ?? 'nowhere'))}: no tracking endpoint does that. Are both keys right?`
    case 'page':
      return `${answer} and a page of HTML: no tracking endpoint does that. Either the address is wrong, or a page of maintenance stands before it. Check both keys, and ask again later.`
    case 'busy':
      return `${answer}: it is too busy${headers['retry-after'] ? `, and asks to wait (retry-after: ${excerpt(headers['retry-after'])})` : ''}. Ask again later.`
    case 'failing':
      return `${answer}: ${excerpt(text)} Ask again later. If that stays, ask Ometria.`
    default:
      return `${answer}: ${excerpt(text)} Ask Ometria what is missing.`
  }
}

/** Where credentials and the list of addresses are, by Ometria's own documentation of its Query API. */
const settings = 'Website Personalisation > Administration > Settings > Query API Access'
