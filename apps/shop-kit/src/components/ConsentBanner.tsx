import type { ReactNode } from 'react'
import { ConsentChoice } from './ConsentChoice.tsx'

export function ConsentBanner({
  more,
  onChoose,
}: {
  /** A link to where it is told in full. */
  more: ReactNode
  onChoose: (choice: 'granted' | 'denied') => void
}) {
  return (
    <section className="consent-banner" aria-label="Your privacy">
      <p>May we remember what you look at and buy, so that what we write to you is worth reading? {more}</p>
      <ConsentChoice onChoose={onChoose} />
    </section>
  )
}
