import { OmetriaProvider } from 'ometria-react'
import type { ReactNode } from 'react'

export function Tracking({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider endpoint="/api/ometria" consent="granted">
      {children}
    </OmetriaProvider>
  )
}
