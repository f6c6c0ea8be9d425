import { cookiebot, withGlobalPrivacyControl } from 'ometria-headless/consent'

export const withoutBanner = withGlobalPrivacyControl('granted')
export const withPlatform = withGlobalPrivacyControl(cookiebot())
