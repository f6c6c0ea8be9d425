import type { Metadata } from 'next'
import { TrackView } from 'ometria-react'
import { Privacy } from '../../consent/Privacy.tsx'

export const metadata: Metadata = { title: 'Privacy' }

export default function PrivacyPage() {
  return (
    <>
      <TrackView context={{ page: 'privacy' }} />
      <Privacy />
    </>
  )
}
