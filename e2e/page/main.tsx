import {
  createOmetriaClient,
  type OmetriaConfig,
  OmetriaProvider,
  type Receipt,
  type TrackEvent,
} from 'ometria-react'
import { Fragment, type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { scenes } from './scenes.js'

/** What the specs drive the page with, and read off it. */
declare global {
  interface Window {
    tracker: {
      client: ReturnType<typeof createOmetriaClient>
      /** Tracks in this very task; what becomes of each event stands in `outcomes`, by request id or code. */
      track(...events: TrackEvent[]): void
      outcomes: (Receipt | { status: 'failed'; code: string })[]
      /** What every event went through, a word a step. */
      steps: string[]
      /** Codes told to `onError`. */
      errors: string[]
      /** Messages of uncaught errors and unhandled rejections. */
      uncaught: string[]
    }
  }
}

const query = new URLSearchParams(location.search)
const scene = scenes[query.get('scene') ?? '']
const errors: string[] = []
const steps: string[] = []
const outcomes: Window['tracker']['outcomes'] = []
const uncaught: string[] = []
addEventListener('error', event => uncaught.push(event.message))
addEventListener('unhandledrejection', event => uncaught.push(String(event.reason)))

const config: OmetriaConfig = {
  endpoint: query.get('endpoint') ?? '',
  consent: query.get('consent') === 'pending' ? 'pending' : 'granted',
  onError: error => errors.push(error.code),
  delivery: {
    timeoutMs: Number(query.get('timeout') ?? 10_000),
    ...(query.has('maxEvents') && { maxEvents: Number(query.get('maxEvents')) }),
  },
}
const client = createOmetriaClient(config)
client.subscribe(({ type }) => steps.push(type))

window.tracker = {
  client,
  track(...events) {
    for (const event of events) {
      client.track(event).then(
        receipt => outcomes.push(receipt),
        error => outcomes.push({ status: 'failed', code: error.code }),
      )
    }
  },
  outcomes,
  steps,
  errors,
  uncaught,
}

function Page({ children }: { children: ReactNode }) {
  return <OmetriaProvider client={client}>{children}</OmetriaProvider>
}

// Renders another page ahead of a visit; nobody else can, since Chromium refuses where DevTools look on.
const ahead = query.get('ahead')
if (Object(document).prerendering) localStorage.setItem('rendered ahead', 'yes')
if (ahead) {
  const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' })
  rules.textContent = JSON.stringify({ prerender: [{ urls: [ahead], eagerness: 'immediate' }] })
  document.head.append(rules)
  const rendered = setInterval(() => {
    if (localStorage.getItem('rendered ahead') !== 'yes') return
    clearInterval(rendered)
    if (query.get('next') === 'visit') location.href = ahead
    else void client.track({ scope: 'view', action: 'stayed' })
  }, 100)
}

const root = document.getElementById('root')
if (root && scene) {
  // The examples are given as they are, once; a confirmation page has to bear more.
  const Mode = query.get('scene')?.startsWith('reference') ? Fragment : StrictMode
  createRoot(root).render(
    <Mode>
      <Page>{scene}</Page>
    </Mode>,
  )
}
