import type { IncomingHttpHeaders } from 'node:http'
import { type Answer, answered, type Exchange } from './ask.js'

export interface Credentials {
  key: string
  secret: string
}

/** Basic authentication (RFC 7617), in UTF-8. */
export const basic = ({ key, secret }: Credentials) =>
  `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`

/** An exchange without the credentials, which some servers repeat in their error pages: a text that holds them is left out. */
export function withoutCredentials<E extends Exchange>(exchange: E, auth: Credentials | undefined): E {
  if (!auth || !answered(exchange)) return exchange
  const secrets = [auth.secret, basic(auth).slice('Basic '.length)]
  const hides = (text: string) => secrets.some(secret => holds(text, secret))
  const kept = (value: string | string[] | undefined) => !hides(String(value))
  const headers: IncomingHttpHeaders = Object.fromEntries(
    Object.entries((exchange as Answer).headers).filter(([, value]) => kept(value)),
  )
  return hides(exchange.text)
    ? { ...exchange, headers, text: '(left out: it holds the credentials)' }
    : { ...exchange, headers }
}

/** However the text is escaped: letters and digits alone are compared. */
function holds(text: string, secret: string): boolean {
  const wanted = bare(secret)
  return text.includes(secret) || (wanted.length > 3 && bare(text).includes(wanted))
}

function bare(text: string): string {
  const decoded = text
    .replace(/\\u([\da-f]{4})|%([\da-f]{2})|&#x([\da-f]+);/gi, (_, ...codes) =>
      String.fromCharCode(Number.parseInt(codes.find(Boolean), 16)),
    )
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&(lt|gt|quot|apos);/g, '')
    .replaceAll('&amp;', '&')
  // Again, for what was escaped twice.
  return decoded === text ? text.replace(/[^a-z\d]/gi, '') : bare(decoded)
}
