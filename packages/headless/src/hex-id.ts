/** A UUIDv4 (RFC 9562) without dashes, the form of Ometria's own ids. `crypto.randomUUID` exists on https only. */
export function hexId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  // The digits of the version and of the variant.
  return `${hex.slice(0, 12)}4${hex.slice(13, 16)}a${hex.slice(17)}`
}
