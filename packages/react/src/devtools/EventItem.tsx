'use client'

import type { OmetriaClient } from 'ometria-headless'
import { useId, useState } from 'react'
import { kindOf, lineOf } from './describe.js'
import { EventDetails } from './EventDetails.js'
import { type RecordedEvent, tookMs } from './recorded-event.js'
import { clock, duration, stateText, toneOf } from './state-text.js'

/** An event in a line, that opens. */
export function EventItem({
  record,
  client,
  endpoint,
  now,
}: {
  record: RecordedEvent
  client: OmetriaClient
  endpoint: string | undefined
  now: number
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { event, history, state, isFromElsewhere } = record
  const took = tookMs(record)

  return (
    <li>
      <button
        type="button"
        className="row"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="time">{clock(history[0]?.at ?? now)}</span>
        <span className="kind">{kindOf(event)}</span>
        <span className="says">
          {lineOf(event)}
          {isFromElsewhere && ' (from an earlier page or another tab)'}
        </span>
        <span className={`state ${toneOf(state)}`}>{stateText(state, now)}</span>
        <span className="took">{took !== undefined && duration(took)}</span>
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <EventDetails record={record} client={client} endpoint={endpoint} />}
      </div>
    </li>
  )
}
