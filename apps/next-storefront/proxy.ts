import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './content-security-policy.ts'

/** Gives each page its policy, with a nonce that Next.js finds in the request and puts on its own scripts. */
export function proxy(request: NextRequest) {
  const policy = contentSecurityPolicy(crypto.randomUUID())
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  // Every page, and no file: a drawing has styles of its own.
  matcher: '/((?!api/|_next/|pictures/|fonts/|favicon).*)',
}
