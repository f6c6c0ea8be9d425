import { cure } from '../cure.js'
import { OmetriaError } from '../errors.js'
import type { User } from '../events/events.js'
import { validateUser } from '../events/validate.js'
import type { Report } from '../report.js'
import type { VisitorConfig } from './cookie-names.js'

/**
 * The visitor as the shop itself names one, asked now; `undefined` where our own cookies say who the visitor is. A function
 * that throws, or gives anything else, is told of and counts as `undefined`. A plain `user` is not looked at.
 */
export function namedUser({ user }: VisitorConfig, report: Report): User | undefined {
  if (typeof user !== 'function') return user
  try {
    const named = user()
    return named && validateUser(named)
  } catch (cause) {
    report(new OmetriaError('config', `user: could not be read.${cure('user')}`, { cause }))
    return undefined
  }
}
