import { type Hit, issuesOf } from './contract.js'
import type { Fault } from './fault.js'

const maxBytes = 1024 * 1024

export interface Reading {
  /** The parsed JSON, or the text where it isn't JSON. */
  body: unknown
  /** Why the body is refused, and with which status. */
  refusal?: { status: 400 | 413 | 415; issues: string[] }
}

/** What a request brings, held against the contract. */
export async function read(request: Request): Promise<Reading> {
  const text = await request.text()
  const bytes = new TextEncoder().encode(text).length
  if (bytes > maxBytes) {
    const issues = [`body: expected at most ${maxBytes} bytes, got ${bytes}`]
    return { body: `${text.slice(0, 1000)}…`, refusal: { status: 413, issues } }
  }
  const type = request.headers.get('content-type') ?? 'none'
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    const issues = [`content-type: expected application/json, got ${type}`]
    return { body: text, refusal: { status: 415, issues } }
  }
  try {
    const body: unknown = JSON.parse(text)
    const issues = issuesOf(body)
    return issues.length > 0 ? { body, refusal: { status: 400, issues } } : { body }
  } catch (error) {
    const issues = [`body: expected JSON (${error instanceof Error ? error.message : error})`]
    return { body: text, refusal: { status: 400, issues } }
  }
}

export function refuse(body: unknown, { status, issues }: NonNullable<Reading['refusal']>): Response {
  const error = "The event doesn't fit Ometria's tracking API and was refused; see issues."
  return json({ request_id: requestId(body), error, issues }, status)
}

export function unauthorized(issue: string): Response {
  const error = "The account doesn't take events with these credentials; see issues."
  const response = json({ error, issues: [issue] }, 401)
  response.headers.set('www-authenticate', 'Basic realm="Ometria", charset="UTF-8"')
  return response
}

export function answer(event: Hit, status: number, { retryAfter, body }: Fault = {}): Response {
  const request_id = event.request_id
  const usual =
    status < 300 ? { request_id } : { request_id, error: `The mock was told to answer with ${status}.` }
  const response = json(body === undefined ? usual : body, status)
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter))
  return response
}

function json(body: unknown, status: number): Response {
  // The statuses that the fetch standard allows no body.
  const content = [204, 205, 304].includes(status)
    ? null
    : typeof body === 'string'
      ? body
      : JSON.stringify(body)
  return new Response(content, { status, headers: { 'content-type': 'application/json' } })
}

function requestId(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'request_id' in body ? body.request_id : undefined
}
