import { cure } from './cure.js'
import { OmetriaError } from './errors.js'
import type { Report } from './report.js'

/** A setting that may be a function, asked now and read. One that can't be used is told of, and counts as left out. */
export function askedSetting<Setting>(
  name: 'context' | 'user',
  setting: unknown,
  read: (given: unknown) => Setting,
  report: Report,
): Setting | undefined {
  try {
    const given = typeof setting === 'function' ? setting() : setting
    return given == null ? undefined : read(given)
  } catch (cause) {
    report(new OmetriaError('config', `${name}: could not be read.${cure(name)}`, { cause }))
    return undefined
  }
}
