import { type NextRequest, NextResponse } from 'next/server'

// The tools of `next dev` evaluate code and write styles.
const inDevelopment = process.env.NODE_ENV === 'development'

export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID()
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${inDevelopment ? " 'unsafe-inline'" : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

  // Next.js looks for the nonce in the request's policy, and puts it on its own scripts.
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  // Every page; neither the relay nor the files of Next.js.
  matcher: '/((?!api/|_next/).*)',
}
