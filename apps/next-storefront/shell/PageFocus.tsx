'use client'

import { useEffect, useRef } from 'react'
import { focusHeading } from 'shop-kit'
import { useHere } from './useHere.ts'

/** A new page begins at its heading; the first has the browser's own beginning. */
export function PageFocus() {
  const here = useHere()
  const shown = useRef(here)
  useEffect(() => {
    if (shown.current === here) return
    shown.current = here
    focusHeading()
  }, [here])
  return null
}
