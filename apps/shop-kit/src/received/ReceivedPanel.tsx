'use client'

import { type ReactNode, useId, useState, useSyncExternalStore } from 'react'
import { ReceivedEvent } from './ReceivedEvent.tsx'
import { useReceived } from './useReceived.ts'

/**
 * What arrived at the mock, beside the shop on a wide screen and in a drawer on a narrow one. The style sheet decides
 * which, so that nothing moves when the script arrives: open on the one and closed on the other until `toggled`.
 */
export function ReceivedPanel({
  eventsUrl,
  consent,
  children,
}: {
  eventsUrl: string
  consent: 'pending' | 'granted' | 'denied'
  /** What else a demo shows above the list. */
  children?: ReactNode
}) {
  const { received, connected } = useReceived(eventsUrl)
  const [toggled, setToggled] = useState(false)
  const open = useBesideShop() !== toggled
  const count = received[0]?.number ?? 0
  const id = useId()
  return (
    <aside className="received" data-toggled={toggled} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-body`}
          onClick={() => setToggled(!toggled)}
        >
          What Ometria received <span className="received-count">{count}</span>
        </button>
      </h2>
      <p className="visually-hidden" role="status">
        {count > 0 && `Ometria received ${count} so far`}
      </p>
      <div className="received-body" id={`${id}-body`}>
        {children}
        {!connected && <p className="received-hint">Not connected: is the mock still running?</p>}
        {connected && received.length === 0 && <p className="received-hint">{hints[consent]}</p>}
        <ol>
          {received.map(event => (
            <li key={event.number}>
              <ReceivedEvent event={event} />
            </li>
          ))}
        </ol>
      </div>
    </aside>
  )
}

const hints = {
  pending: 'Nothing leaves the page until you choose: with Accept, what waits is sent.',
  denied: 'You declined, so nothing is sent. “Privacy” at the foot of the page changes that.',
  granted: 'Nothing yet. Look at something, or put it in the basket.',
}

// As in received.css.
const wide = '(min-width: 68rem)'

function useBesideShop(): boolean {
  return useSyncExternalStore(
    onChange => {
      const media = matchMedia(wide)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    () => matchMedia(wide).matches,
    () => true,
  )
}
