import { askedSetting } from '../asked-setting.js'
import type { User } from '../events/events.js'
import { validateUser } from '../events/validate.js'
import type { Report } from '../report.js'
import type { VisitorConfig } from './cookie-names.js'

/**
 * The visitor as the shop itself names one, asked now; `undefined` where our own cookies say who the visitor is. A plain
 * `user` is not looked at.
 */
export const namedUser = ({ user }: VisitorConfig, report: Report): User | undefined =>
  typeof user === 'function' ? askedSetting('user', user, validateUser, report) : user
