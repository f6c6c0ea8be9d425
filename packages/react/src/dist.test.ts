import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const dist = new URL('../dist/', import.meta.url)
const modules = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.js'))
const text = (name: string) => readFileSync(new URL(name, dist), 'utf8')

test('what holds a hook, an effect or a context is for the client, and nothing else is', () => {
  const forClient = modules.filter(name => text(name).startsWith("'use client'"))
  expect(forClient).toMatchInlineSnapshot(`
    [
      "OmetriaContext.js",
      "OmetriaProvider.js",
      "TrackOrderPlaced.js",
      "TrackView.js",
      "useLatest.js",
      "useLayoutEffectInBrowser.js",
      "useOmetria.js",
      "useOmetriaUser.js",
      "useOwnClient.js",
      "useTrack.js",
      "useTrackBasket.js",
      "useTrackBasketLines.js",
      "useTrackOrder.js",
      "useTrackView.js",
      "devtools/ConsentSelect.js",
      "devtools/CopyButton.js",
      "devtools/EventDetails.js",
      "devtools/EventItem.js",
      "devtools/Facts.js",
      "devtools/FilterBar.js",
      "devtools/OmetriaDevtools.js",
      "devtools/OmetriaDevtoolsPanel.js",
      "devtools/Panel.js",
      "devtools/ShadowRoot.js",
      "devtools/index.js",
      "devtools/production.js",
      "devtools/useDoor.js",
      "devtools/useNow.js",
      "devtools/usePretendOffline.js",
      "devtools/useRecording.js",
      "devtools/useSendingTab.js",
    ]
  `)
  expect(modules.filter(name => !forClient.includes(name))).toMatchInlineSnapshot(`
    [
      "content-of.js",
      "index.js",
      "track-and-tell.js",
      "devtools/Prose.js",
      "devtools/advice.js",
      "devtools/consent-origin.js",
      "devtools/copy-as.js",
      "devtools/describe.js",
      "devtools/ometriaDevtoolsPlugin.js",
      "devtools/pretend-offline.js",
      "devtools/recorded-event.js",
      "devtools/recorded-store.js",
      "devtools/recording.js",
      "devtools/sending-tab.js",
      "devtools/server-state.js",
      "devtools/state-text.js",
      "devtools/stored-events.js",
      "devtools/stored-wait.js",
      "devtools/styles.js",
      "devtools/visitor.js",
      "testing/createTestOmetria.js",
      "testing/differences.js",
      "testing/index.js",
      "testing/jest-globals.js",
      "testing/memory-baskets.js",
      "testing/memory-client.js",
      "testing/memory-endpoint.js",
      "testing/memory-steps.js",
      "testing/memory-tracking.js",
      "testing/ometriaMatchers.js",
    ]
  `)
})

test('no test is shipped', () => {
  expect(modules.filter(name => name.includes('.test'))).toEqual([])
})
