import type { Consent } from 'ometria-react'

/** A cookie, so that the server renders the page as the shopper's choice has it. */
export const consentCookie = 'dimity.consent'

export function consentOf(value: string | undefined): Consent {
  return value === 'granted' || value === 'denied' ? value : 'pending'
}
