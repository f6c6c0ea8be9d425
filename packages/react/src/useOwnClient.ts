'use client'

import { createOmetriaClient, type OmetriaClient, type OmetriaConfig } from 'ometria-headless'
import { useEffect, useInsertionEffect, useState } from 'react'
import { contentOf } from './content-of.js'
import { useLayoutEffectInBrowser } from './useLayoutEffectInBrowser.js'

interface Own {
  account: string
  /** What the client reads its settings from, whenever it needs one. */
  live: OmetriaConfig
  client: OmetriaClient
}

/**
 * A client for one account: it stays while the account does, and every other setting may change under it. Without
 * consent given at all it can't work, and is made anew once there is one.
 */
export function useOwnClient(config: OmetriaConfig): OmetriaClient {
  const account = contentOf([config.endpoint, config.domainKey, config.locationKey, !config.consent])
  const [made, setMade] = useState(() => make(account, config))
  // The client is there before any effect runs: a child's effects run before its provider's.
  const own = made.account === account ? made : make(account, config)
  if (own !== made) setMade(own)
  const { live, client } = own

  useInsertionEffect(() => {
    // A prop that is left out now was perhaps given before.
    for (const setting of Object.keys(live)) Reflect.deleteProperty(live, setting)
    Object.assign(live, config)
  })
  useLayoutEffectInBrowser(() => client.setConsent(config.consent), [client, config.consent])
  const user = contentOf(config.user)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another user is told to those who follow it
  useEffect(() => {
    void client.flush()
    return () => client.destroy()
  }, [client, user])

  return client
}

function make(account: string, config: OmetriaConfig): Own {
  const live = { ...config }
  const client = createOmetriaClient(live)
  // What a render makes may be thrown away: nothing begins before an effect uses it.
  client.destroy()
  return { account, live, client }
}
