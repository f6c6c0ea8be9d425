import { ConsentChoice } from './ConsentChoice.tsx'

export function PrivacyNotice({
  consent,
  onChoose,
}: {
  consent: 'pending' | 'granted' | 'denied'
  onChoose: (choice: 'granted' | 'denied') => void
}) {
  return (
    <div className="prose">
      <h1 tabIndex={-1}>Privacy</h1>
      <p>
        If you accept, we tell Ometria which pages you look at, what goes into your basket and out of it, and
        what you order, so that what we write to you is worth reading. Two cookies, <code>ometria_uid</code>{' '}
        and <code>ometria_sid</code>, tell one visitor and one visit from another; others,{' '}
        <code>ometria_ack_…</code>, last ten minutes and keep an order from being counted twice.
      </p>
      <p>
        If you decline, nothing is sent, no cookie is set, and whatever was kept before is removed at once.
        The shop works just the same.
      </p>
      <p role="status">
        <strong>{words[consent]}</strong>
      </p>
      <ConsentChoice onChoose={onChoose} />
    </div>
  )
}

const words = {
  pending: 'You have not chosen yet.',
  granted: 'You have accepted.',
  denied: 'You have declined.',
}
