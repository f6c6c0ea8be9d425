import { Link } from 'react-router'

export function Footer() {
  return (
    <footer className="footer">
      <p>Dimity is a demo shop: nothing is charged, and nothing will arrive.</p>
      <Link to="/privacy">Privacy</Link>
    </footer>
  )
}
