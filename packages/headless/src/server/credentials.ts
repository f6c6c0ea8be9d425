import { OmetriaConfigError } from '../errors.js'

/**
 * The header of Basic authentication (RFC 7617, in UTF-8), and what keeps its secret out of errors and answers.
 *
 * @throws OmetriaConfigError where `auth` can't work
 */
export function createCredentials(auth: { key: string; secret: string } | undefined) {
  if (auth === undefined) return { headers: {}, hideSecret: (text: string) => text }
  const { key, secret } = Object(auth)
  if (typeof key !== 'string' || !key || key.includes(':') || typeof secret !== 'string' || !secret) {
    throw new OmetriaConfigError('auth: expected { key, secret }, both text, the key without a colon.')
  }
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(`${key}:${secret}`)))
  return {
    headers: { authorization: `Basic ${encoded}` },
    /** The text, or nothing where it holds the secret: some servers' error pages repeat what they were sent. */
    hideSecret(text: string): string {
      const read = plain(text)
      return [secret, encoded].some(part => read.includes(plain(part))) ? '' : text
    },
  }
}

/** How often one escaping may stand within another, as HTML does within JSON. */
const maxEscapings = 3

/** As a text reads where JSON, HTML or a URL has escaped some of it. */
function plain(text: string): string {
  let read = text
  for (let each = 0; each < maxEscapings; each++) read = unescaped(read)
  return read
}

const htmlNames: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string) =>
  text
    .replace(/\\u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\\', '')
    .replace(/&#x([\da-f]{1,5});/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,6});/g, (_, number) => String.fromCodePoint(Number(number)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => htmlNames[name] ?? '')
    .replace(/(%[\da-f]{2})+/gi, bytes => decoded(bytes) ?? bytes)
    // A form's way to write a space.
    .replaceAll('+', ' ')

function decoded(bytes: string): string | undefined {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return undefined
  }
}
