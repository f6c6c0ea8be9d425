import { OmetriaProvider } from 'ometria-react'
import { OmetriaDevtools } from 'ometria-react/devtools'
import type { ReactNode } from 'react'
import { currency } from 'shop-kit'
import { useConsent } from '../stores/consent-store.js'
import { account } from './ometria-config.js'
import { TrackBasket } from './TrackBasket.js'

const context = { language: 'en', currency }

export function Tracking({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider {...account} consent={useConsent()} context={context}>
      <TrackBasket />
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
