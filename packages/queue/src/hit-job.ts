import type { QueuedHit } from 'ometria-headless/server'

/** What is stored of a hit. It goes when the hit is delivered, and holds no credentials. */
export interface HitJob {
  /** The `request_id` as JSON, so that a number remains one. */
  request: string
  /** The hit as JSON: what is posted. */
  body: string
  /** When the hit was handed over, in ms since 1970. */
  at: number
  /** The hashes of the request ids that must be settled before this one is sent: the same order's earlier events. */
  after?: string[]
  /** What Ometria answered when it refused the hit for good; its answer as JSON. */
  refusal?: { status: number; answer: string }
}

export const hitJob = ({ request_id, body, at }: QueuedHit): HitJob => ({
  request: JSON.stringify(request_id),
  body,
  at,
})

/** The `request_id` as it was handed over. */
export function requestOf({ request }: HitJob): string | number {
  const id: unknown = JSON.parse(request)
  return typeof id === 'number' ? id : String(id)
}

/** What kind of event a hit is, in words, and which order it belongs to. */
export interface HitKind {
  kind: string
  /** The order's id, where it is an order's event. */
  order?: string
}

const kinds = ['basket add', 'basket remove', 'order add', 'order cancel', 'order return']

/** Reads the kind of a hit from its body. A body that is no hit is of the kind `'hit'`: what to say to it is Ometria's. */
export function kindOf(body: string): HitKind {
  const { scope, action, data } = read(body)
  if (scope === 'view') return { kind: 'view' }
  const kind = `${scope} ${action}`
  if (!kinds.includes(kind)) return { kind: 'hit' }
  const { order_id } = Object(data)
  return scope === 'order' && order_id !== undefined ? { kind, order: String(order_id) } : { kind }
}

function read(body: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(body))
  } catch {
    return {}
  }
}
