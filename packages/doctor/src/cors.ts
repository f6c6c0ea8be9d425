import { type Answer, answered, type Exchange } from './ask.js'
import { excerpt } from './excerpt.js'

/** Whose pages are asked for, unless somebody says. */
export const exampleOrigin = 'https://shop.example'

/** Why a browser would send no event of a page of this origin, or nothing (Fetch standard, 4.8: CORS-preflight fetch). */
export function preflightFault(preflight: Exchange, origin: string): string | undefined {
  if (!answered(preflight)) return 'it got no answer'
  const { status, headers } = preflight
  if (status < 200 || status > 299) return `it was answered ${status}`
  const fault = originFault(preflight, origin)
  if (fault) return fault
  const allowed = (headers['access-control-allow-headers'] ?? '').toLowerCase().split(/\s*,\s*/)
  if (allowed.includes('content-type') || allowed.includes('*')) return undefined
  return "its answer doesn't allow the header content-type (access-control-allow-headers)"
}

/** Why a page of this origin could not read the answer, or nothing. */
export function originFault({ headers }: Answer, origin: string): string | undefined {
  const allowed = headers['access-control-allow-origin']
  if (allowed === origin || allowed === '*') return undefined
  return allowed
    ? `its answer allows another origin (access-control-allow-origin: ${excerpt(allowed)})`
    : 'its answer allows no origin (there is no access-control-allow-origin)'
}
