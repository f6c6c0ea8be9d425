import 'shop-kit/styles.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { basketEventLine, countOf } from 'shop-kit'
import { ConsentBar } from '../consent/ConsentBar.tsx'
import { ConsentProvider } from '../consent/ConsentProvider.tsx'
import { readConsent } from '../consent/read-consent.ts'
import { Footer } from '../shell/Footer.tsx'
import { Header } from '../shell/Header.tsx'
import { PageFocus } from '../shell/PageFocus.tsx'
import { readBasket } from '../shop/basket.ts'
import { mockUrl } from '../tracking/ometria-fetch.ts'
import { Received } from '../tracking/Received.tsx'
import { TrackBasket } from '../tracking/TrackBasket.tsx'
import { Tracking } from '../tracking/Tracking.tsx'
import { queue } from '../tracking/upstream.ts'

export const metadata: Metadata = {
  title: { template: '%s · Dimity', default: 'Dimity' },
  icons: '/favicon.svg',
}

export const viewport: Viewport = { themeColor: '#ffffff' }

export default async function Layout({ children }: { children: ReactNode }) {
  const basket = await readBasket()
  return (
    <html lang="en-GB">
      <body>
        <ConsentProvider rendered={await readConsent()}>
          <Tracking>
            <TrackBasket basketId={basket.id} lines={basket.lines.map(basketEventLine)} />
            <div className="shell">
              <a className="skip-link" href="#main">
                Skip to content
              </a>
              <div className="shop">
                <ConsentBar />
                <Header count={countOf(basket.lines)} />
                <main id="main" tabIndex={-1}>
                  {children}
                </main>
                <Footer />
              </div>
              {mockUrl && <Received eventsUrl={`${mockUrl}/events`} queued={queue !== undefined} />}
            </div>
            <PageFocus />
          </Tracking>
        </ConsentProvider>
      </body>
    </html>
  )
}
