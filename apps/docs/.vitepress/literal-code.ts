import type { MarkdownRenderer } from 'vitepress'

/** Code between backticks is text, also where Vue would read `{{ … }}` as an expression of its own. */
export function literalCode(md: MarkdownRenderer) {
  md.core.ruler.push('literal-code', ({ tokens }) => {
    const inline = tokens.flatMap(({ children }) => children ?? [])
    for (const token of inline) if (token.type === 'code_inline') token.attrSet('v-pre', '')
  })
}
