/** A text of ours, in which code stands between backticks. */
export function Prose({ children }: { children: string }) {
  return children.split('`').map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stay in order
    return index % 2 ? <code key={index}>{part}</code> : part
  })
}
