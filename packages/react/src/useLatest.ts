'use client'

import { type RefObject, useInsertionEffect, useRef } from 'react'

/** What was rendered last, for an effect that should not run again for it. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useInsertionEffect(() => {
    latest.current = value
  })
  return latest
}
