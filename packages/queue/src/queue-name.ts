import { OmetriaConfigError } from 'ometria-headless/server'

/**
 * A queue's name, which both its ends must agree on. Default: `'ometria'`.
 *
 * @throws OmetriaConfigError where BullMQ or a cluster of Redis could not use it
 */
export function queueName(given: string | undefined): string {
  const name = given ?? 'ometria'
  if (typeof name === 'string' && /^[\w.-]+$/.test(name)) return name
  throw new OmetriaConfigError('name: expected letters, digits, dots, hyphens and underscores.')
}
