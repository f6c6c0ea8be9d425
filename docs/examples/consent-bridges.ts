import { cookiebot, googleConsentMode, oneTrust, tcf } from 'ometria-headless/consent'

export const bridges = [
  googleConsentMode({ type: 'ad_storage' }),
  tcf({ purposes: [1, 3, 4], vendor: 1234 }),
  oneTrust({ group: 'C0004' }),
  cookiebot({ category: 'marketing' }),
]
