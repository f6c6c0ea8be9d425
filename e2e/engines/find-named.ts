export type Role = 'button' | 'link' | 'heading' | 'text'

/** Runs in the page: the first element that can be seen, has this role, and a name that fits. */
export function findNamed(role: Role, pattern: string) {
  const selectors = { button: 'button', link: 'a[href]', heading: 'h1', text: 'body *' }
  const nameOf = (element: Element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
  const name = new RegExp(pattern)
  return [...document.querySelectorAll(selectors[role])].find(
    element => element.getClientRects().length > 0 && name.test(nameOf(element)),
  )
}
