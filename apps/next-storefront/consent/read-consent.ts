import { cookies } from 'next/headers'
import type { Consent } from 'ometria-react'
import { consentCookie, consentOf } from './shop-consent.ts'

/** The shopper's choice, on the server. */
export async function readConsent(): Promise<Consent> {
  return consentOf((await cookies()).get(consentCookie)?.value)
}
