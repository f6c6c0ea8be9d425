'use client'

import { useState } from 'react'
import { ConsentSelect } from './ConsentSelect.js'
import { CopyButton } from './CopyButton.js'
import { kindOf, lineOf } from './describe.js'
import { EventItem } from './EventItem.js'
import { Facts } from './Facts.js'
import { type Filter, FilterBar, passes } from './FilterBar.js'
import type { RecordedEvent } from './recorded-event.js'
import { stateText } from './state-text.js'
import { useNow } from './useNow.js'
import { usePretendOffline } from './usePretendOffline.js'
import { useRecording } from './useRecording.js'

/** The whole panel. `onClose`: there is a button that closes it. */
export function Panel({ onClose }: { onClose?: () => void }) {
  const { client, config, recorded, recording } = useRecording('<OmetriaDevtoolsPanel>')
  const [filter, setFilter] = useState<Filter>({ show: 'all', search: '' })
  const [isOffline, toggleOffline] = usePretendOffline()
  const now = useNow(recorded.events.some(({ state }) => state.is === 'waiting'))
  const fault = recorded.events.map(configError).find(error => error)
  const shown = recorded.events.filter(record => passes(record, filter))

  return (
    <section className="panel" aria-label="Ometria devtools">
      <div className="bar">
        <h2>Ometria</h2>
        <ConsentSelect client={client} onSay={recording.sayConsent} />
        <button type="button" onClick={() => void client.flush()}>
          Send now
        </button>
        <button type="button" aria-pressed={isOffline} onClick={toggleOffline}>
          Pretend to be offline
        </button>
        {onClose && (
          <button type="button" className="push" aria-label="Close the Ometria devtools" onClick={onClose}>
            ✕
          </button>
        )}
      </div>
      {fault && (
        <p className="fault" role="alert">
          Nothing can be sent: {fault.message}
        </p>
      )}
      <Facts client={client} config={config} recorded={recorded} now={now} />
      <FilterBar filter={filter} onChange={setFilter}>
        <CopyButton label="Copy all" text={() => JSON.stringify(shown.map(exported), null, 2)} />
        <button type="button" onClick={recording.clear}>
          Clear
        </button>
      </FilterBar>
      {shown.length === 0 && (
        <p className="empty">
          {recorded.events.length > 0
            ? 'No event fits the filter.'
            : 'No event yet. Put something into the basket, or open a page that tracks a view.'}
        </p>
      )}
      <ol className="events" aria-label="Events, newest first">
        {shown.map(record => (
          <EventItem
            key={record.number}
            record={record}
            client={client}
            endpoint={recorded.endpoint}
            now={now}
          />
        ))}
      </ol>
      <p role="status" className="hidden">
        {recorded.events[0] && announced(recorded.events[0])}
      </p>
    </section>
  )
}

/** What a screen reader says of the newest event. It does not count the seconds. */
const announced = ({ event, state }: RecordedEvent) =>
  `${kindOf(event)}, ${lineOf(event)}: ${state.is === 'waiting' ? 'failed and waits' : stateText(state, 0)}`

/** Why the client can't work at all. */
const configError = ({ state }: RecordedEvent) =>
  state.is === 'ended' && state.error?.code === 'config' ? state.error : undefined

const exported = ({ event, history }: RecordedEvent) => ({ event, history })
