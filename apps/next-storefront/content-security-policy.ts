import { mockUrl } from './tracking/ometria-fetch.ts'

const inDevelopment = process.env.NODE_ENV === 'development'

/** What a page may load and where it may send: its own things, its own host, and the mock's stream of events. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // React's and Next.js's tools for development evaluate code and write styles.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${inDevelopment ? " 'unsafe-inline'" : ''}`,
    `connect-src 'self'${mockUrl ? ` ${mockUrl}/events` : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
