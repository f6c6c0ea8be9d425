import { useOmetria, useOmetriaUser } from 'ometria-react'

/** Where a visitor says yes or no, and sees what is known. */
export function Privacy() {
  const ometria = useOmetria()
  const user = useOmetriaUser()
  return (
    <>
      <p>{user ? `You are ${user.uid}.` : 'You are nobody to us.'}</p>
      <button type="button" onClick={() => ometria.setConsent('granted')}>
        Accept
      </button>
      <button type="button" onClick={() => ometria.setConsent('denied')}>
        Decline
      </button>
    </>
  )
}
