'use client'

import type { Consent } from 'ometria-react'
import { useSyncExternalStore } from 'react'
import { chooseConsent, shopConsent } from '@/ometria/shop-consent'

export function ConsentBanner({ rendered }: { rendered: Consent }) {
  const consent = useSyncExternalStore(shopConsent.subscribe, shopConsent.get, () => rendered)
  if (consent !== 'pending') return null
  return (
    <section aria-label="Cookies">
      <p>May we remember your visit, to show you what you like?</p>
      <button type="button" onClick={() => chooseConsent('granted')}>
        Accept
      </button>
      <button type="button" onClick={() => chooseConsent('denied')}>
        Decline
      </button>
    </section>
  )
}
