import type { Metadata } from 'next'
import Link from 'next/link'
import { TrackView } from 'ometria-react'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFoundPage() {
  return (
    <>
      <TrackView context={{ page: 'not-found' }} />
      <h1 tabIndex={-1}>Nothing here</h1>
      <p className="empty">
        This page does not exist, or not any more. <Link href="/">Look around</Link>
      </p>
    </>
  )
}
