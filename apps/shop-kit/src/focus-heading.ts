/** A page begins at its heading, for who can't see that it is new, or that the button that was just pressed is gone. */
export function focusHeading() {
  document.querySelector('h1')?.focus({ preventScroll: true })
}
