'use client'

import type { Consent, OmetriaClient } from 'ometria-headless'
import { useSyncExternalStore } from 'react'

const words: readonly Consent[] = ['granted', 'denied', 'pending']

/** The visitor's consent, to be seen and changed. The shop's next word takes its place again. */
export function ConsentSelect({ client, onSay }: { client: OmetriaClient; onSay: (word: Consent) => void }) {
  const consent = useSyncExternalStore(client.subscribeUser, client.getConsent, client.getConsent)
  return (
    <label>
      Consent
      <select
        value={consent}
        onChange={event => {
          const word = words.find(word => word === event.target.value)
          if (word) onSay(word)
        }}
      >
        {words.map(word => (
          <option key={word}>{word}</option>
        ))}
      </select>
    </label>
  )
}
