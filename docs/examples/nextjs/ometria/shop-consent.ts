import type { Consent, ConsentSource } from 'ometria-react'

export const consentCookie = 'shop-consent'

export function consentOf(value: string | undefined): Consent {
  return value === 'granted' || value === 'denied' ? value : 'pending'
}

const listeners = new Set<() => void>()

/** Asked at every event, so that what the visitor chose in another tab counts at once. */
export const shopConsent: ConsentSource = {
  get() {
    const cookie = document.cookie.split('; ').find(cookie => cookie.startsWith(`${consentCookie}=`))
    return consentOf(cookie?.slice(consentCookie.length + 1))
  },
  subscribe(listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function chooseConsent(choice: 'granted' | 'denied') {
  document.cookie = `${consentCookie}=${choice}; Path=/; Max-Age=31536000; SameSite=Lax`
  for (const listener of listeners) listener()
}
