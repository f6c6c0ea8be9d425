import { memo } from 'react'
import type { Received } from './attempt.ts'
import { describe } from './describe.ts'

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

/** One row, which opens to the JSON as it came. */
export const ReceivedEvent = memo(function ReceivedEvent({ event }: { event: Received }) {
  const { kind, about, outcome, arrived } = describe(event)
  return (
    <details
      className="received-event"
      data-scope={kind.split(' ')[0]}
      data-arrived={arrived}
      data-fresh={event.fresh}
    >
      <summary>
        <span className="received-kind">{kind}</span>
        <span className="received-outcome">{outcome}</span>
        <span className="received-about">{about}</span>
        <time dateTime={new Date(event.at).toISOString()}>
          {event.nth > 1 && `attempt ${event.nth}, `}
          {clock.format(event.at)}
        </time>
      </summary>
      {event.issues && (
        <ul>
          {event.issues.map(issue => (
            <li key={issue}>{issue}</li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and must do so by keyboard too */}
      <pre tabIndex={0}>{JSON.stringify(event.body, null, 2)}</pre>
    </details>
  )
})
