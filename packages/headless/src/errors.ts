import { cure } from './cure.js'

/** What went wrong, in one word that never changes; the message may. */
export type OmetriaErrorCode =
  | 'config' // unusable configuration
  | 'invalid' // an event that Ometria would not understand
  | 'rejected' // the endpoint answered 4xx: trying again would not help
  | 'expired' // waited longer than `delivery.maxAgeMs`
  | 'overflow' // made room for newer events
  | 'unreachable' // no answer: network, timeout; the event waits
  | 'unavailable' // an answer that asks to come back: 408, 425, 429, 5xx; the event waits
  | 'account' // an answer that no tracking endpoint gives: the address or the credentials are wrong; the event waits
  | 'response' // delivered, but with an answer that looks wrong
  | 'storage' // localStorage refused or held what nobody could read
  | 'cookies' // the browser refused the identity cookies

/** Every error of this package. Its message holds no event data, no secret and nothing personal. */
export class OmetriaError extends Error {
  override name = 'OmetriaError'
  declare readonly code: OmetriaErrorCode

  constructor(code: OmetriaErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The configuration can't work; nothing is sent until it is mended. */
export class OmetriaConfigError extends OmetriaError {
  override name = 'OmetriaConfigError'

  constructor(message: string) {
    super('config', message)
  }
}

/** One thing that is wrong with an event. */
export interface Issue {
  /** Where, written as one would in code: `data.order_lines[1].quantity`. */
  path: string
  /** What was expected there, and what kind of thing was found. */
  message: string
}

/** An event that was not sent, because Ometria would not have understood it. */
export class OmetriaValidationError extends OmetriaError {
  override name = 'OmetriaValidationError'
  declare readonly issues: Issue[]

  constructor(issues: Issue[]) {
    const list = issues.map(({ path, message }) => `${path || 'event'}: ${message}`).join('; ')
    super('invalid', `The event was not sent. ${list}.`)
    this.issues = issues
  }
}

/** The endpoint refused an event for good: a 4xx that speaks of the event, such as 400 or 422. */
export class OmetriaRejectedError extends OmetriaError {
  override name = 'OmetriaRejectedError'
  declare readonly status: number
  /** The answer: parsed where it was JSON, else its text. */
  declare readonly body: unknown

  /** `by`: what refused the event. A browser knows the address alone, which may be the shop's own relay. */
  constructor(status: number, body: unknown, by = 'Ometria') {
    super('rejected', `${by} refused the event with status ${status}.${cure('rejected')}`)
    this.status = status
    this.body = body
  }
}

/** An event waited for longer than `delivery.maxAgeMs` without being delivered. */
export class OmetriaExpiredError extends OmetriaError {
  override name = 'OmetriaExpiredError'

  constructor() {
    super('expired', `The event waited for too long.${cure('expired')}`)
  }
}

/** An event was dropped, undelivered, to make room for newer ones. */
export class OmetriaOverflowError extends OmetriaError {
  override name = 'OmetriaOverflowError'

  constructor() {
    super('overflow', `The event made room for newer ones.${cure('overflow')}`)
  }
}
