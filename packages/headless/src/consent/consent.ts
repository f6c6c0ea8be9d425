/** The visitor's word on being tracked. `pending`: not asked yet, so events wait in memory. */
export type Consent = 'granted' | 'denied' | 'pending'

/** A consent platform, bridged: what it says now, and when it says something else. */
export interface ConsentSource {
  /** What the visitor says now. */
  get(): Consent
  /** Calls the listener when the visitor says something else. Returns a function that ends it. */
  subscribe(listener: () => void): () => void
}

/** What the visitor says now. A source that throws or answers anything else has not answered: `pending`. */
export function ask(consent: Consent | ConsentSource): Consent {
  try {
    const answer = typeof consent === 'string' ? consent : consent.get()
    return answer === 'granted' || answer === 'denied' ? answer : 'pending'
  } catch {
    return 'pending'
  }
}

/** Follows a source; a plain word never changes. What a platform gives back to end it with may be anything. */
export function follow(consent: Consent | ConsentSource, listener: () => void): () => void {
  let unfollow: (() => void) | undefined
  try {
    unfollow = typeof consent === 'string' ? undefined : consent.subscribe(listener)
  } catch {}
  return () => {
    try {
      unfollow?.()
    } catch {}
  }
}
