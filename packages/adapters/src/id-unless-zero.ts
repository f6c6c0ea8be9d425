import type { Place } from './place.js'

/** The id there, where the platform writes 0 for none. */
export function idUnlessZero(place: Place | undefined): string | undefined {
  const id = place?.id()
  return id === '0' ? undefined : id
}
