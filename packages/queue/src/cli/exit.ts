import { OmetriaConfigError, OmetriaError } from 'ometria-headless/server'

/** How a command may end. */
export const exitCodes = {
  /** It did what it was asked to; a worker has finished what it was sending. */
  done: 0,
  /** Something that nobody thought of. */
  unforeseen: 1,
  /** The command line or an environment variable is wrong. */
  usage: 2,
  /** The store gave no answer. */
  store: 3,
  /** There is no rejected hit with the request id to replay. */
  notFound: 4,
} as const

/** Ends a command with a message for the person who ran it. */
export class CommandError extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message)
    this.exitCode = exitCode
  }

  static from(thrown: unknown): CommandError {
    if (thrown instanceof CommandError) return thrown
    if (thrown instanceof OmetriaConfigError) return new CommandError(thrown.message)
    if (thrown instanceof OmetriaError && thrown.code === 'unavailable') {
      return new CommandError(`${thrown.message} Does OMETRIA_QUEUE_URL name the right one?`, exitCodes.store)
    }
    return new CommandError(thrown instanceof Error ? thrown.message : String(thrown), exitCodes.unforeseen)
  }
}
