import { askedSetting } from './asked-setting.js'
import type { OmetriaConfig } from './config.js'
import type { ParsedContext } from './events/events.js'
import { validateContext } from './events/validate.js'
import type { Report } from './report.js'

/** Where an event happens: the page, and over that what the configuration says. */
export const pageContext = ({ context }: OmetriaConfig, report: Report): ParsedContext => ({
  page_url: document.URL.split('#')[0],
  user_agent: navigator.userAgent,
  ...askedSetting('context', context, validateContext, report),
})
