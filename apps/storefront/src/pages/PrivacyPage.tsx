import { PrivacyNotice } from 'shop-kit'
import { Page } from '../Page.js'
import { chooseConsent, useConsent } from '../stores/consent-store.js'

export function PrivacyPage() {
  return (
    <Page title="Privacy" context={{ page: 'privacy' }}>
      <PrivacyNotice consent={useConsent()} onChoose={chooseConsent} />
    </Page>
  )
}
