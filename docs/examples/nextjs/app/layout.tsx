import { type ReactNode, Suspense } from 'react'
import { readConsent } from '@/ometria/read-consent'
import { ConsentBanner } from './ConsentBanner'
import { Providers } from './providers'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          {children}
          <Suspense>
            <Banner />
          </Suspense>
        </Providers>
      </body>
    </html>
  )
}

/** It waits for the visitor's cookie, and nothing else on the page waits with it. */
async function Banner() {
  return <ConsentBanner rendered={await readConsent()} />
}
