import { randomBytes } from 'node:crypto'

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

/** A `request_id` that somebody who looks at the account's events can tell from a shopper's. */
export const requestId = () => `ometria-doctor-${hex(6)}`

/** An event that can count nowhere: its scope is none of the reference's, and there is nothing in it. */
export const wrongEvent = (request_id: string) =>
  JSON.stringify({ request_id, scope: 'ometria-doctor', action: 'check', data: {} })

/** A view as a shop's page would send it, of a page and by a visitor that don't exist. */
export const viewEvent = (request_id: string, origin: string) =>
  JSON.stringify({
    request_id,
    scope: 'view',
    action: 'view',
    data: {},
    user: { uid: hex(16), sid: hex(16) },
    context: { page: 'ometria-doctor', page_url: `${origin}/ometria-doctor` },
  })
