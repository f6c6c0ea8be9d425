const { OMETRIA_DOMAIN_KEY, OMETRIA_LOCATION_KEY, OMETRIA_MOCK_URL } = process.env
const hasAccount = OMETRIA_DOMAIN_KEY && OMETRIA_LOCATION_KEY

/** Where a mock stands in for Ometria: where one is named, and wherever there is no account. */
export const mockUrl = OMETRIA_MOCK_URL ?? (hasAccount ? undefined : 'http://127.0.0.1:4010')

/** Sends to the mock what is addressed to Ometria. */
export const ometriaFetch: typeof fetch | undefined =
  mockUrl === undefined ? undefined : (_, request) => fetch(`${mockUrl}/api/track`, request)
