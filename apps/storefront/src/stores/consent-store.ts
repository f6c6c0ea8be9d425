import { stored, useStored } from './stored.js'

type Consent = 'granted' | 'denied' | 'pending'

const consentStore = stored<Consent>('dimity.consent', found =>
  found === 'granted' || found === 'denied' ? found : 'pending',
)

export function useConsent(): Consent {
  return useStored(consentStore)
}

export function chooseConsent(choice: 'granted' | 'denied') {
  consentStore.update(() => choice)
}
