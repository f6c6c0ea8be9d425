import { OmetriaConfigError } from '../errors.js'

/**
 * Basic authentication (RFC 7617, in UTF-8), and what keeps it a secret.
 *
 * @throws OmetriaConfigError where `auth` can't work
 */
export function createCredentials(auth: { key: string; secret: string } | undefined) {
  if (auth === undefined) return { headers: {}, keepFrom: (text: string) => text }
  const { key, secret } = Object(auth)
  if (typeof key !== 'string' || !key || key.includes(':') || typeof secret !== 'string' || !secret) {
    throw new OmetriaConfigError('auth: expected { key, secret }, both text, the key without a colon.')
  }
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(`${key}:${secret}`)))
  return {
    headers: { authorization: `Basic ${encoded}` },
    /** A text from outside, or nothing where it gives the credentials away, as some servers' error pages do. */
    keepFrom: (text: string) =>
      [secret, encoded].some(part => plain(text).includes(plain(part))) ? '' : text,
  }
}

/** As it reads where JSON has escaped some of it. */
const plain = (text: string) =>
  text
    .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\', '')
