import type { Consent, ConsentSource } from 'ometria-react'

/** A cookie, so that the server renders the page as the shopper's choice has it. */
export const consentCookie = 'dimity.consent'
const year = 365 * 24 * 60 * 60

export function consentOf(value: string | undefined): Consent {
  return value === 'granted' || value === 'denied' ? value : 'pending'
}

const listeners = new Set<() => void>()

/** The shopper's choice, in the browser: read whenever it is asked for, since another tab may have changed it. */
export const shopConsent: ConsentSource = {
  get() {
    const cookie = document.cookie.split('; ').find(cookie => cookie.startsWith(`${consentCookie}=`))
    return consentOf(cookie?.slice(consentCookie.length + 1))
  },
  subscribe(listener) {
    listeners.add(listener)
    // Back from another tab.
    document.addEventListener('visibilitychange', listener)
    return () => {
      listeners.delete(listener)
      document.removeEventListener('visibilitychange', listener)
    }
  },
}

export function chooseConsent(choice: 'granted' | 'denied') {
  document.cookie = `${consentCookie}=${choice}; Path=/; Max-Age=${year}; SameSite=Lax`
  for (const listener of listeners) listener()
}
