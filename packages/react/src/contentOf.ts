/** Tells whether two props say the same: objects made anew at each render do. */
export function contentOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return 'not to be written as JSON' // the client will say so, once
  }
}
