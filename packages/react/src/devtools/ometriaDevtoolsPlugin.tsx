import type { ReactElement } from 'react'
import { OmetriaDevtoolsPanel } from './OmetriaDevtoolsPanel.js'
import type { Theme } from './ShadowRoot.js'

/** What TanStack Devtools take in their `plugins`. */
export interface OmetriaDevtoolsPlugin {
  id: string
  name: string
  /** Renders the panel in the colours of TanStack Devtools. */
  render: (element: HTMLElement, props: { theme: Theme }) => ReactElement
}

/** For `<TanStackDevtools plugins={[ometriaDevtoolsPlugin()]} />`, below an `<OmetriaProvider>`. */
export const ometriaDevtoolsPlugin = (): OmetriaDevtoolsPlugin => ({
  id: 'ometria',
  name: 'Ometria',
  render: (_element, { theme }) => <OmetriaDevtoolsPanel theme={theme} />,
})
