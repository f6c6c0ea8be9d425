import { fromOmetriaTag } from 'ometria-headless/visitor'
import { type Consent, OmetriaProvider } from 'ometria-react'
import type { ReactNode } from 'react'

/** While the tag is still on the page, both name the same visitor. */
export function Tracking({ consent, children }: { consent: Consent; children: ReactNode }) {
  return (
    <OmetriaProvider endpoint="/api/ometria" consent={consent} user={fromOmetriaTag}>
      {children}
    </OmetriaProvider>
  )
}
