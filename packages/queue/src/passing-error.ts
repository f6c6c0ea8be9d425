/**
 * Whether an error of Postgres may pass: what has no SQLSTATE was no answer of Postgres at all, and of those that have one
 * only these speak of the connection (08), of a deadlock (40), of too many connections (53) or of a server that stops or
 * starts (57).
 */
export function isPassing(error: unknown): boolean {
  const { code }: { code?: unknown } = Object(error)
  const isAnswer = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && code !== 'EPIPE'
  return !isAnswer || ['08', '40', '53', '57'].includes(code.slice(0, 2))
}
