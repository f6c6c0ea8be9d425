'use client'

import type { OmetriaClient } from 'ometria-headless'
import type { Recorded } from './recorded-store.js'
import { serverState } from './server-state.js'

/** Who the visitor is, and how the endpoint fares. */
export function Facts({ client, recorded, now }: { client: OmetriaClient; recorded: Recorded; now: number }) {
  // Asking for the visitor makes one. So nobody asks before the first event did.
  const isKnown = recorded.events.some(({ state }) => state.is !== 'held' && state.is !== 'ended')
  const user = isKnown ? client.getUser() : null
  const waiting = recorded.events.filter(({ state }) => /held|queued|sending|waiting/.test(state.is)).length

  // Its errors begin with its address.
  const fares = serverState(recorded.events, now).replace(`${recorded.endpoint} `, '')

  return (
    <dl className="facts">
      <div>
        <dt>Visitor</dt>
        <dd>
          {user ? (
            <>
              uid <code>{user.uid}</code> sid <code>{user.sid}</code> ({originOf(user.uid)})
            </>
          ) : client.getConsent() === 'granted' ? (
            'made or read with the first event'
          ) : (
            'nobody, without consent'
          )}
        </dd>
      </div>
      <div>
        <dt>Endpoint</dt>
        <dd>
          {recorded.endpoint ?? 'known after the first event'}: {fares}
        </dd>
      </div>
      <div>
        <dt>Waiting</dt>
        <dd>{waiting}</dd>
      </div>
    </dl>
  )
}

const originOf = (uid: string) =>
  document.cookie.includes(uid) ? 'from the cookies' : 'named by the shop, or in memory'
