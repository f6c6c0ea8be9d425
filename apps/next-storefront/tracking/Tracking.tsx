'use client'

import { OmetriaProvider } from 'ometria-react'
import { OmetriaDevtools } from 'ometria-react/devtools'
import type { ReactNode } from 'react'
import { currency } from 'shop-kit'
import { shopConsent } from '../consent/shop-consent.ts'

const context = { language: 'en', currency }

export function Tracking({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider endpoint="/api/ometria" consent={shopConsent} context={context}>
      {process.env.NODE_ENV === 'development' ? (
        <>
          {children}
          <OmetriaDevtools />
        </>
      ) : (
        children
      )}
    </OmetriaProvider>
  )
}
