/** What is wrong with a request's Basic credentials (RFC 7617, in UTF-8), or nothing. */
export function credentialsIssue(
  { headers }: Request,
  auth: { key: string; secret: string } | undefined,
): string | undefined {
  if (!auth) return undefined
  const given = headers.get('authorization')
  const bytes = new TextEncoder().encode(`${auth.key}:${auth.secret}`)
  if (given === `Basic ${btoa(String.fromCharCode(...bytes))}`) return undefined
  // What was given is not repeated: another account's secret may be in it.
  return `authorization: expected this account's key and secret (Basic), ${given ? 'got others' : 'but there are none'}`
}
