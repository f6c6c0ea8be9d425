'use client'

import { OmetriaProvider } from 'ometria-react'
import type { ReactNode } from 'react'
import { shopConsent } from '@/ometria/shop-consent'

export function Providers({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider endpoint="/api/ometria" consent={shopConsent} context={{ currency: 'GBP' }}>
      {children}
    </OmetriaProvider>
  )
}
