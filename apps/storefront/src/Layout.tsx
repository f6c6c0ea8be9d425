import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { ConsentBanner, focusHeading, ReceivedPanel } from 'shop-kit'
import { Footer } from './Footer.js'
import { Header } from './Header.js'
import { chooseConsent, useConsent } from './stores/consent-store.js'
import { receivedUrl } from './tracking/ometria-config.js'
import { usePageFocus } from './usePageFocus.js'

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
      {receivedUrl && <ReceivedPanel eventsUrl={receivedUrl} consent={consent} />}
      <ScrollRestoration />
    </div>
  )
}
