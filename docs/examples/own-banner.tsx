import { type Consent, OmetriaProvider } from 'ometria-react'
import { type ReactNode, useEffect, useState } from 'react'

const remembered = 'shop-consent'

export function Tracking({ children }: { children: ReactNode }) {
  const [consent, setConsent] = useState<Consent>('pending')

  useEffect(() => {
    function read() {
      const answer = localStorage.getItem(remembered)
      if (answer === 'granted' || answer === 'denied') setConsent(answer)
    }
    read()
    // The visitor may answer in another tab.
    addEventListener('storage', read)
    return () => removeEventListener('storage', read)
  }, [])

  function answer(word: 'granted' | 'denied') {
    localStorage.setItem(remembered, word)
    setConsent(word)
  }

  return (
    <OmetriaProvider endpoint="/api/ometria" consent={consent}>
      {children}
      {consent === 'pending' && (
        <section aria-label="Cookies">
          <p>May we remember your visit, to show you what you like?</p>
          <button type="button" onClick={() => answer('granted')}>
            Accept
          </button>
          <button type="button" onClick={() => answer('denied')}>
            Decline
          </button>
        </section>
      )}
    </OmetriaProvider>
  )
}
