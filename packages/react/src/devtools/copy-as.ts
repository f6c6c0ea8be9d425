import type { TrackEvent, User } from 'ometria-headless'

/** The body as it is posted. */
export const asJson = (event: TrackEvent, user: User | null) =>
  JSON.stringify(user ? { user, ...event } : event, null, 2)

/** A command that posts the same again. */
export function asCurl(
  event: TrackEvent,
  user: User | null,
  endpoint = 'https://your.endpoint/api/track',
): string {
  const body = JSON.stringify({ user, ...event })
  return ['curl', quoted(endpoint), '-H', quoted('content-type: application/json'), '-d', quoted(body)].join(
    ' ',
  )
}

/** What a test with `ometria-react/testing` would expect. */
export function asTest({ scope, action, data }: TrackEvent): string {
  const expected = JSON.stringify({ scope, action, data }, null, 2).replace(/"([a-z_]+)":/gi, '$1:')
  return `expect(ometria).toHaveTrackedOnce(${expected})`
}

/** Safe in a shell. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
