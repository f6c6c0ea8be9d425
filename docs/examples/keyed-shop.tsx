import { OmetriaProvider } from 'ometria-react'
import type { ReactNode } from 'react'

export function Tracking({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider domainKey="your-domain-key" locationKey="your-location-key" consent="granted">
      {children}
    </OmetriaProvider>
  )
}
