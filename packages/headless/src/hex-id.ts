/** A UUIDv4 (RFC 9562) without dashes, the form of Ometria's own ids. `crypto.randomUUID` exists on https only. */
export function hexId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return value.toString(16).padStart(2, '0')
  }).join('')
}
