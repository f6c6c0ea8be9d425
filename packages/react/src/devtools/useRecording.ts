'use client'

import { useSyncExternalStore } from 'react'
import { useOmetriaContext } from '../OmetriaContext.js'
import { useLayoutEffectInBrowser } from '../useLayoutEffectInBrowser.js'
import { recordingOf } from './recording.js'

/** What happens with the provider's client. Before any effect of the shop runs, so that its first event is seen too. */
export function useRecording(use: string) {
  const { client, config } = useOmetriaContext(use)
  const recording = recordingOf(client, config)
  useLayoutEffectInBrowser(() => recording.start(), [recording])
  const recorded = useSyncExternalStore(recording.subscribe, recording.snapshot, recording.snapshot)
  return { client, config, recorded, recording }
}
