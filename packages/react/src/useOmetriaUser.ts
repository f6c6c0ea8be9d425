'use client'

import type { User } from 'ometria-headless'
import { useEffect, useState } from 'react'
import { useOmetriaContext } from './OmetriaContext.js'

/**
 * The visitor's ids, for a query API or a form. `null` without consent, on a server, and in the first render in the
 * browser: ids are made and cookies read in an effect, never while rendering.
 */
export function useOmetriaUser(): User | null {
  const { client } = useOmetriaContext('useOmetriaUser')
  const [user, setUser] = useState<User | null>(null)
  useEffect(() => {
    const update = () => setUser(client.getUser())
    update()
    return client.subscribeUser(update)
  }, [client])
  return user
}
