/** The beginning of a text from outside, on one line and without what a terminal would obey. */
export function excerpt(text: string, length = 200): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  if (!line) return '(empty)'
  return line.length > length ? `${line.slice(0, length)}…` : line
}
