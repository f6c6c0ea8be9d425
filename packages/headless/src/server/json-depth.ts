const quote = 34
const backslash = 92

/**
 * Whether JSON nests deeper than so many levels. Told from the text alone: `JSON.parse` would build all the levels first,
 * and whatever walks over them afterwards takes as long again.
 */
export function nestsDeeperThan(levels: number, json: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at)
    if (code === quote) inText = !inText
    else if (code === backslash) at++
    else if (!inText) {
      // `[` and `{`, `]` and `}` differ in one bit.
      const bracket = code | 32
      if (bracket === 123 && ++depth > levels) return true
      if (bracket === 125) depth--
    }
  }
  return false
}
