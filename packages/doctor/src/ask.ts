import { type IncomingHttpHeaders, type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { TLSSocket } from 'node:tls'

/** How far a request came: the host's name, the connection, the TLS handshake, the answer. */
export type Stage = 'name' | 'connection' | 'tls' | 'answer'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  /** The body, its first 64 KiB. */
  text: string
  /** From the first look at the name to the answer's headers. */
  ms: number
  address: string
  /** `'TLSv1.3'`, say; absent over plain http. */
  tls?: string
}

export interface NoAnswer {
  failedAt: Stage
  timedOut: boolean
  /** Node's word for it, as `'ECONNREFUSED'`; of a failed handshake OpenSSL's, as `'tlsv1 alert protocol version'`. */
  code: string
  ms: number
}

export type Exchange = Answer | NoAnswer

export interface Asked {
  method: 'OPTIONS' | 'POST'
  headers: Record<string, string>
  body?: string
}

export interface Limits {
  /** For the whole of it, the answer's headers included. */
  timeoutMs: number
  /** In place of the machine's own look-up of names. */
  lookup?: LookupFunction | undefined
}

export const answered = (exchange: Exchange | undefined): exchange is Answer =>
  exchange !== undefined && 'status' in exchange

/**
 * One request on a connection of its own, and how far it came. Never rejects, follows no redirect, tries nothing again.
 *
 * By Node's own http: `fetch` doesn't tell a name that is not known from a handshake that failed.
 */
export function ask(url: URL, { method, headers, body }: Asked, limits: Limits): Promise<Exchange> {
  const began = performance.now()
  const since = () => Math.round(performance.now() - began)
  const secure = url.protocol === 'https:'
  let stage: Stage = isIP(url.hostname.replace(/^\[|\]$/g, '')) ? 'connection' : 'name'
  let timedOut = false

  return new Promise(resolve => {
    const request = (secure ? overHttps : overHttp)(url, {
      method,
      headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      ...(limits.lookup && { lookup: limits.lookup }),
    })
    const timer = setTimeout(() => {
      timedOut = true
      request.destroy(new Error('timed out'))
    }, limits.timeoutMs)

    request.on('socket', socket => {
      socket.once('lookup', error => {
        if (!error) stage = 'connection'
      })
      socket.once('connect', () => {
        stage = secure ? 'tls' : 'answer'
      })
      socket.once('secureConnect', () => {
        stage = 'answer'
      })
    })
    const fail = (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      resolve({ failedAt: stage, timedOut, code: codeOf(error), ms: since() })
    }
    request.once('error', fail)
    request.on('response', async response => {
      // The status is the answer, whatever becomes of the body.
      request.off('error', fail).on('error', () => {})
      const { socket, statusCode = 0 } = response
      const ms = since()
      const tls = secure ? (socket as TLSSocket).getProtocol() : null // over https, the socket is TLS's
      const address = socket.remoteAddress ?? ''
      const text = await beginning(response)
      clearTimeout(timer)
      resolve({ status: statusCode, headers: response.headers, text, ms, address, ...(tls && { tls }) })
    })
    request.end(body)
  })
}

function codeOf({ code, name, message }: NodeJS.ErrnoException): string {
  const [, reason] = /SSL routines:[^:]*:([^:]+):/.exec(message) ?? []
  return reason ?? code ?? name
}

/** Of a body that breaks off or never ends, what came. */
async function beginning(response: IncomingMessage): Promise<string> {
  let text = ''
  try {
    for await (const chunk of response.setEncoding('utf8')) {
      text += chunk
      if (text.length >= 65_536) break
    }
  } catch {}
  response.destroy()
  return text
}
