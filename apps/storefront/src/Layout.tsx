import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { ConsentBanner, ReceivedPanel } from 'shop-kit'
import { Footer } from './Footer.js'
import { Header } from './Header.js'
import { chooseConsent, useConsent } from './stores/consent-store.js'
import { receivedUrl } from './tracking/ometria-config.js'
import { focusHeading, usePageFocus } from './usePageFocus.js'

export function Layout() {
  const consent = useConsent()
  const { pathname } = useLocation()
  usePageFocus()
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <div className="shop">
        {consent === 'pending' && pathname !== '/privacy' && (
          <ConsentBanner
            more={<Link to="/privacy">What we remember</Link>}
            onChoose={choice => {
              chooseConsent(choice)
              focusHeading()
            }}
          />
        )}
        <Header />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
        <Footer />
      </div>
      {receivedUrl && <ReceivedPanel eventsUrl={receivedUrl} hint={hints[consent]} />}
      <ScrollRestoration />
    </div>
  )
}

const hints = {
  pending: 'Nothing leaves the page until you choose: with Accept, what waits is sent.',
  denied: 'You declined, so nothing is sent. “Privacy” at the foot of the page changes that.',
  granted: 'Nothing yet. Look at something, or put it in the basket.',
}
