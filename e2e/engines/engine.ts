import type { Tab } from './tab.js'

/** What not every engine can do, or not as far as anybody can drive it here. */
export type Ability =
  | 'crash' // kill the process that renders a tab
  | 'crash one tab' // and no other tab of the same visitor
  | 'be driven by Playwright'
  | 'block requests'
  | 'go offline'
  | 'prerender'
  | 'report long tasks'
  | 'use a proxy'

export interface VisitorOptions {
  /** A SOCKS proxy for everything but 127.0.0.1, by its port on this machine. */
  socksPort?: number
  locale?: string
  timezoneId?: string
}

/** One browser engine. Each has a file of its own here; the specs know only this. */
export interface Engine {
  name: 'Chromium' | 'Firefox' | 'WebKit'
  /** Why it can't, for each thing that it can't do. */
  cannot: Partial<Record<Ability, string>>
  start(): Promise<Browser>
}

export interface Browser {
  newVisitor(options?: VisitorOptions): Promise<Visitor>
  close(): Promise<void>
}

/** Someone with cookies and storage of their own, in any number of tabs. */
export interface Visitor {
  newTab(): Promise<Tab>
  /** Runs in the pages of every tab that is opened from now on, before their own scripts. */
  addInitScript(script: () => void): Promise<void>
  setOffline(isOffline: boolean): Promise<void>
  /** Lets no request to this address out, as a content blocker does. */
  block(url: string): Promise<void>
  /** Warnings and errors that the browser has told of. */
  complaints: string[]
  close(): Promise<void>
}
