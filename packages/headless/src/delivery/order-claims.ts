/** A claim lasts for 400 days, as the visitor's `uid` does. */
const claimMs = 400 * 24 * 60 * 60 * 1000
const maxClaims = 500

/** The claims that have had their time: `[key, at]` in, and out. The newest 500 stay. */
export const spentClaims = (claims: [key: string, at: number][], now: number) =>
  claims.sort(([, a], [, b]) => b - a).filter(([, at], rank) => rank >= maxClaims || now - at > claimMs)
