import type { OmetriaConfig } from './config.js'
import { cure } from './cure.js'
import { OmetriaError } from './errors.js'
import type { ParsedContext } from './events/events.js'
import { validateContext } from './events/validate.js'
import type { Report } from './report.js'

/** Where an event happens: the page, and over that what the configuration says. A context that can't be used is told of. */
export function pageContext({ context }: OmetriaConfig, report: Report): ParsedContext {
  const page = { page_url: document.URL.split('#')[0], user_agent: navigator.userAgent }
  try {
    const given = typeof context === 'function' ? context() : context
    return { ...page, ...validateContext(given) }
  } catch (cause) {
    report(new OmetriaError('config', `context: could not be read.${cure('context')}`, { cause }))
    return page
  }
}
