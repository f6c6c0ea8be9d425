'use client'

import {
  type OmetriaClient,
  type OmetriaError,
  OmetriaRejectedError,
  OmetriaValidationError,
  readEvent,
  type TrackEvent,
} from 'ometria-headless'
import { adviceFor } from './advice.js'
import { CopyButton } from './CopyButton.js'
import { asCurl, asJson, asTest } from './copy-as.js'
import { Prose } from './Prose.js'
import type { RecordedEvent, State } from './recorded-event.js'
import { clock, stateText, toneOf } from './state-text.js'

/** All that is known of one event, and what to do about it. */
export function EventDetails({
  record,
  client,
  endpoint,
}: {
  record: RecordedEvent
  client: OmetriaClient
  endpoint: string | undefined
}) {
  const { event, state, history } = record
  const answer = answerOf(state)
  const user = client.getConsent() === 'granted' && state.is !== 'held' ? client.getUser() : null

  return (
    <div className="details">
      <Findings event={event} state={state} />
      <div className="actions">
        <CopyButton label="Copy as JSON" text={() => asJson(event, user)} />
        <CopyButton label="Copy as curl" text={() => asCurl(event, user, endpoint)} />
        <CopyButton label="Copy as test" text={() => asTest(event)} />
        {state.is === 'ended' && state.reason !== 'invalid' && (
          <button type="button" onClick={() => void client.track(event).catch(() => {})}>
            Send again
          </button>
        )}
      </div>
      <div className="sides">
        <section>
          <h3>{state.is === 'delivered' ? 'Body as sent' : 'Body'}</h3>
          <Code>{asJson(event, user)}</Code>
        </section>
        <section>
          {answer !== undefined && (
            <>
              <h3>Answer</h3>
              <Code>{JSON.stringify(answer, null, 2)}</Code>
            </>
          )}
          <h3>What happened</h3>
          <ol>
            {history.map(step => (
              <li key={`${step.at} ${step.state.is}`}>
                {clock(step.at)} {whatHappened(step.state, step.at)}
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  )
}

/** What is wrong with an event, and what to do about it. */
function Findings({ event, state }: Pick<RecordedEvent, 'event' | 'state'>) {
  const error = errorOf(state)
  const advice = adviceFor(state)
  return (
    <>
      {error && (
        <p className={toneOf(state)}>
          <Prose>{error.message}</Prose>
        </p>
      )}
      {error instanceof OmetriaValidationError && (
        <ul>
          {error.issues.map(({ path, message }) => (
            <li key={path}>
              <code>{path || 'event'}</code>: {message}
            </li>
          ))}
        </ul>
      )}
      {advice && (
        <p className={`advice ${toneOf(state)}`}>
          <span>
            <Prose>{advice}</Prose>
          </span>
        </p>
      )}
      {oddSumsOf(event).map(odd => (
        <p key={odd} className="odd">
          Does this add up? {odd}
        </p>
      ))}
    </>
  )
}

function Code({ children }: { children: string }) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
  return <pre tabIndex={0}>{children}</pre>
}

function errorOf(state: State): OmetriaError | undefined {
  return state.is === 'waiting' || state.is === 'ended' ? state.error : undefined
}

function answerOf(state: State): unknown {
  if (state.is === 'delivered' && state.receipt.status === 'delivered') return state.receipt.response
  const error = errorOf(state)
  return error instanceof OmetriaRejectedError ? { status: error.status, body: error.body } : undefined
}

const whatHappened = (state: State, at: number) =>
  state.is === 'waiting' ? `failed: ${state.error.message} ${stateText(state, at)}` : stateText(state, at)

function oddSumsOf(event: TrackEvent): string[] {
  try {
    return readEvent(event).oddSums
  } catch {
    return [] // What is wrong with it stands above.
  }
}
