import type { MarkdownRenderer } from 'vitepress'

/**
 * GitHub's tables need a heading row, also where a column has no heading. An empty heading says nothing to a screen reader,
 * so it becomes a plain cell; the theme hides a row of such cells.
 */
export function headlessTables(md: MarkdownRenderer) {
  md.core.ruler.push('headless-tables', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'th_open' || tokens[index + 1]?.content) continue
      token.tag = 'td'
      const close = tokens[index + 2]
      if (close?.type === 'th_close') close.tag = 'td'
    }
  })
}
