import { answered, type Exchange } from './ask.js'

/**
 * What an answer says about the way in: `'taken'` and `'refused'` speak of the event, so the account let it in; all others
 * speak of the account, of the address or of the moment.
 */
export type Door =
  | 'taken'
  | 'refused'
  | 'credentials'
  | 'forbidden'
  | 'address'
  | 'redirect'
  | 'page'
  | 'busy'
  | 'failing'
  | 'silent'

export function doorOf(exchange: Exchange): Door {
  if (!answered(exchange)) return 'silent'
  const { status } = exchange
  if (status === 401 || status === 407) return 'credentials'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 405) return 'address'
  if (status >= 300 && status < 400) return 'redirect'
  if (isPage(exchange.headers['content-type'], exchange.text)) return 'page'
  if ([408, 425, 429].includes(status)) return 'busy'
  if (status >= 500) return 'failing'
  return status < 300 ? 'taken' : 'refused'
}

export const isOpen = (door: Door) => door === 'taken' || door === 'refused'

const isPage = (type: string | undefined, text: string) =>
  /^text\/html/i.test(type ?? '') || /^\s*<(!doctype|html)/i.test(text)
