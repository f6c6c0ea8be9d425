'use client'

import type { OmetriaClient, OmetriaConfig } from 'ometria-headless'
import type { ReactNode } from 'react'
import { consentOrigin } from './consent-origin.js'
import { Prose } from './Prose.js'
import type { Recorded } from './recorded-store.js'
import { serverState } from './server-state.js'
import { clock } from './state-text.js'
import { storedWait } from './stored-wait.js'
import { useSendingTab } from './useSendingTab.js'
import type { SeenId } from './visitor.js'

/** Who the visitor is, who said the visitor's word, how the endpoint fares, and which tab sends. */
export function Facts({
  client,
  config,
  recorded,
  now,
}: {
  client: OmetriaClient
  config: OmetriaConfig | undefined
  recorded: Recorded
  now: number
}) {
  const { events, endpoint, visitor, saidHere } = recorded
  const consent = client.getConsent()
  const waiting = events.filter(({ state }) => /held|queued|sending|waiting/.test(state.is)).length
  // Its errors begin with its address.
  const fares = serverState(events, storedWait(endpoint), now).replace(`${endpoint} `, 'It ')

  return (
    <dl className="facts">
      {visitor ? (
        <>
          <Fact name="uid">
            <Id {...visitor.uid} />
          </Fact>
          <Fact name="sid">
            <Id {...visitor.sid} />
          </Fact>
          <Fact name="Ids from">
            <Prose>{visitor.from}</Prose>
          </Fact>
        </>
      ) : (
        <Fact name="Visitor">
          {consent === 'granted' ? 'made or read with the first event' : 'nobody, without consent'}
        </Fact>
      )}
      <Fact name="Consent">
        <Prose>{`${consent}, said by ${consentOrigin(consent, saidHere, config)}`}</Prose>
      </Fact>
      <Fact name="Endpoint">
        {endpoint ?? 'known after the first event'}: {fares}
      </Fact>
      <Fact name="Tab that sends">{useSendingTab(endpoint)}</Fact>
      <Fact name="Waiting">{waiting}</Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Id = ({ id, since }: SeenId) => (
  <>
    <code className="id">{id}</code> since {since === undefined ? 'an earlier page' : clock(since)}
  </>
)
