import type { Consent, OmetriaConfig } from 'ometria-headless'

/** Who said the visitor's word that counts now. `saidHere`: what was chosen in the devtools last. */
export function consentOrigin(
  word: Consent,
  saidHere: Consent | undefined,
  config: OmetriaConfig | undefined,
): string {
  const given = config?.consent
  if (given === word) return 'the `consent` of <OmetriaProvider>'
  if (typeof given === 'object' && says(given) === word) return 'the consent source of <OmetriaProvider>'
  if (saidHere === word) return 'you, in these devtools'
  return config ? 'a call of setConsent' : 'the shop'
}

/** A source that throws, or says anything else, has not answered. */
function says(source: { get(): Consent }): Consent {
  try {
    const said = source.get()
    return said === 'granted' || said === 'denied' ? said : 'pending'
  } catch {
    return 'pending'
  }
}
