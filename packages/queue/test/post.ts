const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }

/** Posts a view as a page does. Resolves with the relay's status, or 0 where there is no answer. */
export async function post(port: number, request_id: string): Promise<number> {
  const body = JSON.stringify({ scope: 'view', request_id })
  try {
    const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })
    return status
  } catch {
    return 0
  }
}
