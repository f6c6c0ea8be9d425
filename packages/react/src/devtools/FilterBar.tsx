'use client'

import type { ReactNode } from 'react'
import { kindOf } from './describe.js'
import type { RecordedEvent } from './recorded-event.js'

const shows = ['all', 'waiting', 'delivered', 'ended'] as const

export interface Filter {
  show: (typeof shows)[number]
  search: string
}

/** Whether an event is shown: by its state, and by a text somewhere in the event. */
export function passes({ event, request_id, state }: RecordedEvent, { show, search }: Filter): boolean {
  const is = state.is === 'delivered' || state.is === 'ended' ? state.is : 'waiting'
  if (show !== 'all' && show !== is) return false
  const text = `${kindOf(event)} ${request_id} ${JSON.stringify(event)}`.toLowerCase()
  return text.includes(search.trim().toLowerCase())
}

/** What of the events is shown, and what may be done with it. */
export function FilterBar({
  filter,
  onChange,
  children,
}: {
  filter: Filter
  onChange: (filter: Filter) => void
  children: ReactNode
}) {
  return (
    <div className="bar">
      <label>
        Show
        <select
          value={filter.show}
          onChange={event =>
            onChange({ ...filter, show: shows.find(show => show === event.target.value) ?? 'all' })
          }
        >
          {shows.map(show => (
            <option key={show}>{show}</option>
          ))}
        </select>
      </label>
      <input
        type="search"
        className="search"
        aria-label="Search the events"
        placeholder="Search"
        value={filter.search}
        onChange={event => onChange({ ...filter, search: event.target.value })}
      />
      {children}
    </div>
  )
}
