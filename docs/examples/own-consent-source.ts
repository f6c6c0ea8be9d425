import type { ConsentSource } from 'ometria-headless/consent'

export const shopConsent: ConsentSource = {
  get() {
    const answer = localStorage.getItem('shop-consent')
    return answer === 'granted' || answer === 'denied' ? answer : 'pending'
  },
  subscribe(listener) {
    window.addEventListener('shop-consent-changed', listener)
    return () => window.removeEventListener('shop-consent-changed', listener)
  },
}
