/**
 * A table in Markdown.
 *
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** @param {number} count */
export const kB = count => `${(count / 1000).toFixed(1)} kB`

/** @param {number} time */
export const ms = time => `${time < 9.95 ? Number(time.toPrecision(2)) : Math.round(time)} ms`

/** @param {number} ratio */
export const times = ratio => `${ratio.toFixed(2)} ×`
