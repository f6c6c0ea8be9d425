export function start() {}

/**
 * As a careful team writes it by hand.
 *
 * @param {object} order
 */
export const track = order =>
  void fetch('/api/track', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
    keepalive: true,
    signal: AbortSignal.timeout(10_000),
  }).then(response => response.json())
