import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** A new page begins at its heading, for who can't see that it is new; the first has the browser's own beginning. */
export function usePageFocus() {
  const { pathname, search } = useLocation()
  const page = pathname + search
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    focusHeading()
  }, [page])
}

export function focusHeading() {
  document.querySelector('h1')?.focus({ preventScroll: true })
}
