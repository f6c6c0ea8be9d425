'use client'

import type { ReactElement } from 'react'
import { Panel } from './Panel.js'
import { ShadowRoot, type Theme } from './ShadowRoot.js'

/** What `<OmetriaDevtoolsPanel>` takes. */
export interface OmetriaDevtoolsPanelProps {
  /** The system's unless given. */
  theme?: Theme | undefined
}

/** The devtools without their button, for a place of your own. They fill it. Below an `<OmetriaProvider>`. */
export function OmetriaDevtoolsPanel({ theme }: OmetriaDevtoolsPanelProps): ReactElement | null {
  return (
    <ShadowRoot theme={theme}>
      <Panel />
    </ShadowRoot>
  )
}
