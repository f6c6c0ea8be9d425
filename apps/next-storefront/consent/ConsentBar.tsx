'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { ConsentBanner, focusHeading } from 'shop-kit'
import { useConsent } from './ConsentProvider.tsx'
import { chooseConsent } from './shop-consent.ts'

/** The banner, until the shopper has chosen, and nowhere over the page that tells what about. */
export function ConsentBar() {
  const onPrivacyPage = usePathname() === '/privacy'
  if (useConsent() !== 'pending' || onPrivacyPage) return null
  return (
    <ConsentBanner
      more={<Link href="/privacy">What we remember</Link>}
      onChoose={choice => {
        chooseConsent(choice)
        focusHeading()
      }}
    />
  )
}
