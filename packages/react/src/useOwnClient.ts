'use client'

import { createOmetriaClient, type OmetriaClient, type OmetriaConfig } from 'ometria-headless'
import { useEffect, useInsertionEffect, useState } from 'react'
import { contentOf } from './content-of.js'
import { useLayoutEffectInBrowser } from './useLayoutEffectInBrowser.js'

/**
 * A client for one account. It stays while the account does, and every other setting may change under it. A client of an
 * earlier account, which some handler may still have, goes by the settings of now: above all by the consent of now.
 *
 * Without consent given at all a client can't work, and is made anew once there is one.
 */
export function useOwnClient(config: OmetriaConfig): Own {
  const account = contentOf([config.endpoint, config.domainKey, config.locationKey, !config.consent])
  const [made, setMade] = useState(() => make(account, config))
  // The client is there before any effect runs: a child's effects run before its provider's.
  const own = made.account === account ? made : make(account, config, made)
  if (own !== made) setMade(own)
  const { live, client } = own

  // Before any layout effect: one in the commit that grants consent may track already.
  useInsertionEffect(() => {
    // A prop that is left out now was perhaps given before.
    for (const setting of Object.keys(live)) Reflect.deleteProperty(live, setting)
    Object.assign(live, settingsOf(config))
  })
  useLayoutEffectInBrowser(() => client.setConsent(config.consent), [client, config.consent])
  const user = contentOf(config.user)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another user is told to those who follow it
  useEffect(() => {
    client.start()
    return client.destroy
  }, [client, user])

  return own
}

/** All but the account. */
function settingsOf({
  endpoint,
  domainKey,
  locationKey,
  ...settings
}: OmetriaConfig): Partial<OmetriaConfig> {
  return settings
}

interface Own {
  account: string
  /** The settings of the last render that React committed. All clients of this provider read them, whenever they need one. */
  live: Partial<OmetriaConfig>
  /** What the client reads: its account, and `live`. */
  config: OmetriaConfig
  client: OmetriaClient
}

function make(account: string, config: OmetriaConfig, earlier?: Own): Own {
  // A client without consent did not work, so nothing has to follow its settings.
  const live = earlier?.live.consent ? earlier.live : settingsOf(config)
  const settings: OmetriaConfig = Object.create(live)
  for (const key of ['endpoint', 'domainKey', 'locationKey'] as const) {
    if (key in config) Object.assign(settings, { [key]: config[key] })
  }
  const client = createOmetriaClient(settings)
  // What a render makes may be thrown away: nothing begins before an effect uses it.
  client.destroy()
  return { account, live, config: settings, client }
}
