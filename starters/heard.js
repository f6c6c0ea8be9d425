/**
 * What the mock has received so far, by the stream that its own page lives on.
 *
 * @param {string} mock  its address
 * @returns {Promise<{ events: string[], refused: string[] }>}  an event as `order add A-1001`
 */
export async function heard(mock) {
  const stop = new AbortController()
  const answer = await fetch(`${mock}/events`, { signal: stop.signal })
  let text = ''
  const decoder = new TextDecoder()
  // It sends all that there is at once, and goes on waiting: when it is silent for a moment, that was all.
  const reader = answer.body?.getReader()
  while (reader) {
    const read = await Promise.race([reader.read(), new Promise(resolve => setTimeout(resolve, 200))])
    if (!read?.value) break
    text += decoder.decode(read.value, { stream: true })
  }
  stop.abort()

  /** @type {{ body: Body, answer: unknown }[]} */
  const attempts = [...text.matchAll(/^event: attempt\ndata: (.*)$/gm)].map(([, data = '']) =>
    JSON.parse(data),
  )
  return {
    events: attempts.filter(({ answer }) => answer === 200).map(({ body }) => nameOf(body)),
    refused: attempts.filter(({ answer }) => answer !== 200).map(attempt => JSON.stringify(attempt)),
  }
}

/** @typedef {{ scope: string, action?: string, data?: { product_id?: string, order_id?: string } }} Body */

/** @param {Body} body */
function nameOf({ scope, action, data }) {
  return `${scope} ${action} ${data?.product_id ?? data?.order_id}`
}
