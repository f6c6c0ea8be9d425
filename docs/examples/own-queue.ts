import type { OmetriaQueue } from 'ometria-headless/server'

const { QSTASH_TOKEN = '', DELIVER_URL = '' } = process.env

/** A queue on QStash, which is asked by HTTP: it calls `DELIVER_URL` with the body until that answers 2xx. */
export const queue: OmetriaQueue = {
  async add({ request_id, body, fallbackAfterMs = 0 }) {
    const id = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(request_id)))
    const hex = Array.from(new Uint8Array(id), byte => byte.toString(16).padStart(2, '0')).join('')
    const response = await fetch(`https://qstash.upstash.io/v2/publish/${DELIVER_URL}`, {
      method: 'POST',
      body,
      headers: {
        authorization: `Bearer ${QSTASH_TOKEN}`,
        'content-type': 'application/json',
        'upstash-deduplication-id': hex,
        'upstash-delay': `${Math.ceil(fallbackAfterMs / 1_000)}s`,
        'upstash-flow-control-key': 'ometria',
        'upstash-flow-control-value': 'rate=50,period=1s',
      },
    })
    if (!response.ok) throw new Error(`QStash answered ${response.status}.`)
    return { duplicate: response.status === 202 }
  },
}
