import type { NoAnswer } from './ask.js'

/** Why there was no answer, and what to look at. */
export function unreachable({ failedAt, timedOut, code, ms }: NoAnswer): string {
  const wait = `within ${ms < 1000 ? `${ms} ms` : `${Math.round(ms / 1000)} s`}`
  if (failedAt === 'name') {
    if (timedOut) return `No name server answered ${wait}. Is this machine online?`
    if (code === 'ENOTFOUND') return 'There is no such host name (ENOTFOUND). Are both keys right?'
    return `The host's name could not be looked up (${code}). Is this machine online?`
  }
  if (failedAt === 'connection') {
    if (timedOut || code === 'ETIMEDOUT') {
      return `The host did not take the connection${timedOut ? ` ${wait}` : ''}. Does a firewall stand between?`
    }
    if (code === 'ECONNREFUSED')
      return 'The host refused the connection (ECONNREFUSED): nothing listens there.'
    return `The connection failed (${code}). Does a firewall stand between?`
  }
  if (failedAt === 'tls') {
    if (timedOut) return `The TLS handshake did not end ${wait}. Does a proxy or a firewall stand between?`
    if (tooOld.test(code)) return `The host offers no TLS of version 1.2 or later (${code}).`
    if (certificate.test(code)) {
      return `The host's certificate is not to be trusted (${code}). Does a proxy stand between? Then name its certificate in NODE_EXTRA_CA_CERTS.`
    }
    if (noTls.test(code)) return `What answered does not speak TLS (${code}).`
    return `The TLS handshake failed (${code}). Does a proxy or a firewall stand between?`
  }
  if (timedOut) return `The connection stands, but there was no answer ${wait}.`
  if (code.startsWith('HPE_')) return `What answered does not speak HTTP (${code}).`
  return `The connection broke before there was an answer (${code}).`
}

const tooOld = /unsupported protocol|protocol version/
const noTls = /wrong version number|packet length too long|record layer failure/
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/
