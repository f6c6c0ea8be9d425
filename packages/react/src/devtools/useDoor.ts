'use client'

import { useState } from 'react'
import { useLayoutEffectInBrowser } from '../useLayoutEffectInBrowser.js'

/** Kept in sessionStorage, so that the devtools are open again after a reload. Never for a shopper who did not ask. */
const key = 'ometria-devtools'

export type Door = 'open' | 'closed'

/** Whether the devtools are open in this tab; `undefined` where nobody has touched them. */
export function useDoor(): [Door | undefined, (door: Door) => void] {
  const [door, setDoor] = useState<Door>()

  useLayoutEffectInBrowser(() => {
    const look = () => setDoor(lookAtDoor())
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [])

  return [
    door,
    next => {
      keep(next)
      setDoor(next)
    },
  ]
}

/** What the address and this tab's memory say of the devtools now. The address wins, and is remembered. */
export function lookAtDoor(): Door | undefined {
  const [isAsked, word] = /om_debug(?:=(\w+))?/.exec(location.hash) ?? []
  if (isAsked) keep(word === 'off' ? undefined : 'open')
  return kept()
}

function kept(): Door | undefined {
  try {
    const found = sessionStorage.getItem(key)
    return found === 'open' || found === 'closed' ? found : undefined
  } catch {
    return undefined
  }
}

function keep(door: Door | undefined) {
  try {
    if (door) sessionStorage.setItem(key, door)
    else sessionStorage.removeItem(key)
  } catch {} // Blocked: the devtools stay as they are for this page.
}
