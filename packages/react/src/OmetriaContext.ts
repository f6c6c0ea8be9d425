'use client'

import type { QueryClient } from '@tanstack/react-query'
import type { BasketTracker, OmetriaClient, OmetriaConfig } from 'ometria-headless'
import { createContext, useContext } from 'react'

/** What the provider gives to the hooks below it. */
export interface OmetriaContextValue {
  client: OmetriaClient
  /** What the provider's own client goes by, as it is now. The devtools show where things come from. */
  config?: OmetriaConfig | undefined
  /** For an app that has none. */
  queryClient: QueryClient
  /** Made by the first hook that needs it: a shop that needs none does not load it. */
  basketTracker?: BasketTracker
}

export const OmetriaContext = createContext<OmetriaContextValue | null>(null)

/** @throws outside of an `<OmetriaProvider>`, naming the use that is missing it */
export function useOmetriaContext(use: string): OmetriaContextValue {
  const value = useContext(OmetriaContext)
  if (value) return value
  throw new Error(
    `${use} found no <OmetriaProvider> above it. Wrap the part of your app that tracks in <OmetriaProvider>, near the root.`,
  )
}
