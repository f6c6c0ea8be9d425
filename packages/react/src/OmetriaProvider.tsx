'use client'

import { QueryClient } from '@tanstack/react-query'
import type { OmetriaClient, OmetriaConfig } from 'ometria-headless'
import { type ReactNode, useMemo } from 'react'
import { OmetriaContext } from './OmetriaContext.js'
import { useOwnClient } from './useOwnClient.js'

/** The configuration of a client, or a client made elsewhere. */
export type OmetriaProviderProps = { children?: ReactNode } & (
  | (OmetriaConfig & { client?: undefined })
  | {
      /** A client made elsewhere, which this provider neither configures nor ends. */
      client: OmetriaClient
    }
)

/** Gives everything below it one client: the one given, or its own, kept in step with the props. */
export function OmetriaProvider({ children, ...props }: OmetriaProviderProps) {
  return props.client ? (
    <Provide client={props.client}>{children}</Provide>
  ) : (
    <ProvideOwn config={props}>{children}</ProvideOwn>
  )
}

function ProvideOwn({ config, children }: { config: OmetriaConfig; children: ReactNode }) {
  const own = useOwnClient(config)
  return (
    <Provide client={own.client} config={own.config}>
      {children}
    </Provide>
  )
}

interface Provided {
  client: OmetriaClient
  config?: OmetriaConfig | undefined
  children: ReactNode
}

function Provide({ client, config, children }: Provided) {
  const value = useMemo(() => ({ client, config, queryClient: new QueryClient() }), [client, config])
  return <OmetriaContext.Provider value={value}>{children}</OmetriaContext.Provider>
}
