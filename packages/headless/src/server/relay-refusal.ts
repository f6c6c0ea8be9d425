import type { Issue } from '../errors.js'

/** The answer to a request that is refused. It is thrown wherever the reason is found. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly more: { issues?: Issue[]; answer?: unknown }
  readonly headers: Record<string, string>

  constructor(
    status: number,
    message: string,
    { headers = {}, ...more }: { issues?: Issue[]; answer?: unknown; headers?: Record<string, string> } = {},
  ) {
    super(message)
    this.status = status
    this.more = more
    this.headers = headers
  }
}
