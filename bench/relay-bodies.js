import { createOmetriaRelay } from 'ometria-headless/server'
import { median } from './median.js'

const bytes = 500 * 1024
const rounds = 9

const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }

/** As many parts as fit into a body. @param {(nth: number) => string} part */
function fill(part) {
  const parts = []
  for (let length = 0, nth = 0; length < bytes; nth++) {
    const each = part(nth)
    parts.push(each)
    length += each.length + 1
  }
  return parts.join(',')
}

const order = (/** @type {string} */ lines) =>
  `{"scope":"order","action":"add","data":{"order_id":"1","order_total":1,"order_currency":"GBP","order_lines":[${lines}]}}`
const nested = (/** @type {number} */ depth) => '['.repeat(depth) + ']'.repeat(depth)

/** Bodies of some 512 KiB: what a shop may send, and what somebody may send who wants to keep the relay busy. */
const bodies = {
  ordinary: order(fill(() => '{"product_id":"1","quantity":1,"order_line_total":1}')),
  'lines without anything': order(fill(() => '{}')),
  'lines that are wrong in each field': order(
    fill(() => '{"product_id":[],"quantity":-1,"order_line_total":"x"}'),
  ),
  'keys that nobody knows': `{"scope":"view",${fill(nth => `"${nth.toString(36)}":0`)}}`,
  'data of many keys': `{"scope":"view","data":{${fill(nth => `"${nth.toString(36)}":0`)}}}`,
  'a context of many keys': `{"scope":"view","context":{${fill(nth => `"${nth.toString(36)}":0`)}}}`,
  'lists in lists, 250,000 deep': `{"scope":"view","data":{"x":${nested(bytes / 2)}}}`,
  'lists in lists, deep and wide': `{"scope":"view","data":{${fill(nth => `"${nth}":${nested(200)}`)}}}`,
  'escaped text': `{"scope":"view","data":{"x":"${'\\u0041'.repeat(bytes / 6)}"}}`,
  'long numbers': `{"scope":"view","data":{"x":[${fill(nth => `${nth}.${'1234567890'.repeat(30)}e-200`)}]}}`,
}

/** What each body of 512 KiB takes of the relay's CPU, in ms. */
export async function measureRelayBodies() {
  const relay = createOmetriaRelay({
    domainKey: 'shop',
    locationKey: 'eu',
    fetch: async () => Response.json({ code: 200 }),
  })
  const measured = []
  for (const [name, body] of Object.entries(bodies)) {
    const times = []
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      const request = new Request('http://shop.example/', { method: 'POST', headers, body })
      const before = process.cpuUsage()
      await (await relay(request)).text()
      const { user, system } = process.cpuUsage(before)
      if (round > 0) times.push((user + system) / 1_000)
    }
    measured.push({ name, ms: median(times) })
  }
  return measured
}
