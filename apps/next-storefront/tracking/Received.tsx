'use client'

import { ReceivedPanel } from 'shop-kit'
import { useConsent } from '../consent/ConsentProvider.tsx'
import { QueueCounts } from './QueueCounts.tsx'

export function Received({ eventsUrl, queued }: { eventsUrl: string; queued: boolean }) {
  return (
    <ReceivedPanel eventsUrl={eventsUrl} consent={useConsent()}>
      {queued && <QueueCounts />}
    </ReceivedPanel>
  )
}
