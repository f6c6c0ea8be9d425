import { answered, type Exchange } from './ask.js'
import type { Conclusion } from './conclude.js'
import type { Seen } from './examine.js'
import type { Account } from './report.js'
import { setUp } from './set-up.js'

/** The report as a program reads it: what was seen, unabridged but for headers that say nothing here. */
export function reportAsJson(
  { endpoint, origin, keys }: Account,
  seen: Seen,
  conclusion: Conclusion,
): string {
  const { request_id, ...exchanges } = seen
  const shown = Object.entries(exchanges).map(([name, exchange]) => [name, told(exchange)])
  const steps = conclusion.setup && setUp(conclusion.setup, keys)
  const all = { endpoint, origin, ...conclusion, ...steps, request_id, seen: Object.fromEntries(shown) }
  return `${JSON.stringify(all, null, 2)}\n`
}

const telling = /^(access-control-.*|content-type|location|retry-after|www-authenticate)$/

function told(exchange: Exchange) {
  if (!answered(exchange)) return exchange
  const headers = Object.entries(exchange.headers).filter(([name]) => telling.test(name))
  return { ...exchange, headers: Object.fromEntries(headers) }
}
