'use client'

import { ReceivedPanel } from 'shop-kit'
import { useConsent } from '../consent/ConsentProvider.tsx'

export function Received({ eventsUrl }: { eventsUrl: string }) {
  return <ReceivedPanel eventsUrl={eventsUrl} consent={useConsent()} />
}
