import Link from 'next/link'

export function Footer() {
  return (
    <footer className="footer">
      <p>Dimity is a demo shop: nothing is charged, and nothing will arrive.</p>
      <Link href="/privacy">Privacy</Link>
    </footer>
  )
}
