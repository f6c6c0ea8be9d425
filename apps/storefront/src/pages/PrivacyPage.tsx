import { ConsentChoice } from 'shop-kit'
import { Page } from '../Page.js'
import { chooseConsent, useConsent } from '../stores/consent-store.js'

export function PrivacyPage() {
  return (
    <Page title="Privacy" context={{ page: 'privacy' }}>
      <div className="prose">
        <h1 tabIndex={-1}>Privacy</h1>
        <p>
          If you accept, we tell Ometria which pages you look at, what goes into your basket and out of it,
          and what you order, so that what we write to you is worth reading. Two cookies,{' '}
          <code>ometria_uid</code> and <code>ometria_sid</code>, tell one visit from another.
        </p>
        <p>
          If you decline, nothing is sent, no cookie is set, and whatever was kept before is removed at once.
          The shop works just the same.
        </p>
        <p role="status">
          <strong>{words[useConsent()]}</strong>
        </p>
        <ConsentChoice onChoose={chooseConsent} />
      </div>
    </Page>
  )
}

const words = {
  pending: 'You have not chosen yet.',
  granted: 'You have accepted.',
  denied: 'You have declined.',
}
