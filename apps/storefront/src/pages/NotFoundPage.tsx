import { Link } from 'react-router'
import { Page } from '../Page.js'

export function NotFoundPage() {
  return (
    <Page title="Not found" context={{ page: 'not-found' }}>
      <h1 tabIndex={-1}>Nothing here</h1>
      <p className="empty">
        This page does not exist, or not any more. <Link to="/">Look around</Link>
      </p>
    </Page>
  )
}
