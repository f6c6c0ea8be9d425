import { cookies } from 'next/headers'
import { consentCookie, consentOf } from '@/ometria/shop-consent'

export async function readConsent() {
  return consentOf((await cookies()).get(consentCookie)?.value)
}
