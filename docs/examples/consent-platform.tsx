import { oneTrust } from 'ometria-headless/consent'
import { OmetriaProvider } from 'ometria-react'
import type { ReactNode } from 'react'

const consent = oneTrust()

export function Tracking({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider endpoint="/api/ometria" consent={consent}>
      {children}
    </OmetriaProvider>
  )
}
