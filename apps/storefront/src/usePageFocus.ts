import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { focusHeading } from 'shop-kit'

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
