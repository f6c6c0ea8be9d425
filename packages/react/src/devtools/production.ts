'use client'

export { OmetriaDevtoolsOnDemand as OmetriaDevtools } from './OmetriaDevtools.js'
export { OmetriaDevtoolsPanel, type OmetriaDevtoolsPanelProps } from './OmetriaDevtoolsPanel.js'
export { type OmetriaDevtoolsPlugin, ometriaDevtoolsPlugin } from './ometriaDevtoolsPlugin.js'
