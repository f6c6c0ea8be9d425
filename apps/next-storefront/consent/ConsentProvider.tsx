'use client'

import type { Consent } from 'ometria-react'
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { shopConsent } from './shop-consent.ts'

const Rendered = createContext<Consent>('pending')

/** Hands down what the server knew, so that the browser's first render says the same. */
export function ConsentProvider({ rendered, children }: { rendered: Consent; children: ReactNode }) {
  return <Rendered value={rendered}>{children}</Rendered>
}

export function useConsent(): Consent {
  const rendered = useContext(Rendered)
  return useSyncExternalStore(shopConsent.subscribe, shopConsent.get, () => rendered)
}
