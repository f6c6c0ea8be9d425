'use client'

import { useEffect, useRef, useState } from 'react'
import { pretendOffline } from './pretend-offline.js'
import { storedEvents } from './stored-events.js'

/** Whether requests to Ometria are made to fail, and a function that changes it. Ends with the panel. */
export function usePretendOffline(): [isOffline: boolean, toggle: () => void] {
  const [isOffline, setOffline] = useState(false)
  const goOnline = useRef<() => void>(undefined)
  useEffect(() => () => goOnline.current?.(), [])

  function toggle() {
    if (isOffline) goOnline.current?.()
    // What is sent stands in storage until it has arrived, and so does the address.
    else goOnline.current = pretendOffline(url => storedEvents().some(({ endpoint }) => endpoint === url))
    setOffline(!isOffline)
  }

  return [isOffline, toggle]
}
