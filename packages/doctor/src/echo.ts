import { answered, type Exchange } from './ask.js'

/** Whether an answer gives the `request_id` back that was sent. */
export function echoOf(
  exchange: Exchange | undefined,
  sent: string,
): 'given back' | 'another is given back' | 'not given back' {
  if (!answered(exchange)) return 'not given back'
  try {
    const { request_id } = Object(JSON.parse(exchange.text))
    if (request_id === undefined || request_id === null) return 'not given back'
    return request_id === sent ? 'given back' : 'another is given back'
  } catch {
    return 'not given back'
  }
}
