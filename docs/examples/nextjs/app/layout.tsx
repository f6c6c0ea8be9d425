import type { ReactNode } from 'react'
import { readConsent } from '@/ometria/read-consent'
import { ConsentBanner } from './ConsentBanner'
import { Providers } from './providers'

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          {children}
          <ConsentBanner rendered={await readConsent()} />
        </Providers>
      </body>
    </html>
  )
}
