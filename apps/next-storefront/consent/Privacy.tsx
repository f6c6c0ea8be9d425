'use client'

import { PrivacyNotice } from 'shop-kit'
import { useConsent } from './ConsentProvider.tsx'
import { chooseConsent } from './shop-consent.ts'

export function Privacy() {
  return <PrivacyNotice consent={useConsent()} onChoose={chooseConsent} />
}
