/** A prop's content as text: equal for objects that say the same, made anew at each render or not. */
export function contentOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return 'not to be written as JSON' // the client will say so, once
  }
}
