'use client'

import * as floating from './OmetriaDevtools.js'
import * as panel from './OmetriaDevtoolsPanel.js'
import * as plugin from './ometriaDevtoolsPlugin.js'

export type { OmetriaDevtoolsPanelProps } from './OmetriaDevtoolsPanel.js'
export type { OmetriaDevtoolsPlugin } from './ometriaDevtoolsPlugin.js'

// Each condition stands by itself, since bundlers fold it only where it is written out. What is folded away takes its
// imports with it, so nothing of the devtools is in a production bundle.

/** The devtools, behind a button in the corner of the page. Nothing in a production build. Below an `<OmetriaProvider>`. */
export const OmetriaDevtools: typeof floating.OmetriaDevtools =
  process.env.NODE_ENV !== 'development' ? () => null : floating.OmetriaDevtools

/** The devtools without their button, for a place of your own, which they fill. Nothing in a production build. */
export const OmetriaDevtoolsPanel: typeof panel.OmetriaDevtoolsPanel =
  process.env.NODE_ENV !== 'development' ? () => null : panel.OmetriaDevtoolsPanel

/** For `<TanStackDevtools plugins={[ometriaDevtoolsPlugin()]} />`. An empty panel in a production build. */
export const ometriaDevtoolsPlugin: typeof plugin.ometriaDevtoolsPlugin =
  process.env.NODE_ENV !== 'development'
    ? () => ({ id: 'ometria', name: 'Ometria', render: () => <></> })
    : plugin.ometriaDevtoolsPlugin
