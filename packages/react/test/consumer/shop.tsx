import { createOmetriaClient, type OmetriaConfig, type Order, type TrackEvent } from 'ometria-headless'
import { cookiebot } from 'ometria-headless/consent'
import { orderSchema } from 'ometria-headless/schemas'
import { createOmetriaRelay, type ServerEvent, type User } from 'ometria-headless/server'
import { fromOmetriaTag } from 'ometria-headless/visitor'
import { OmetriaProvider, TrackOrderPlaced } from 'ometria-react'

declare global {
  interface Document {
    /** As a shop declares it that looks at it too. */
    readonly prerendering: boolean
  }
}

/** As a code generator writes a shop's own types. */
interface ShopOrder {
  readonly order_id: number
  readonly order_total: string
  readonly order_currency: 'GBP' | 'USD'
  readonly order_lines: readonly {
    readonly product_id: string
    readonly quantity: number
    readonly order_line_total: string
    readonly sizes?: { chosen: Date }
  }[]
  readonly customer?: { tier: string } | undefined
  readonly order_tax?: string | undefined
}

const keys = { domainKey: 'shop', locationKey: 'eu1' }
const config: OmetriaConfig = { ...keys, consent: cookiebot(), user: fromOmetriaTag }

export const relay = createOmetriaRelay(keys)

export const Confirmation = ({ order }: { order: ShopOrder | undefined }) => (
  <OmetriaProvider {...config}>
    <TrackOrderPlaced order={order} />
  </OmetriaProvider>
)

export function placed(form: unknown, user: User | undefined) {
  const data: Order = orderSchema.parse(form)
  const event: TrackEvent = { scope: 'order', action: 'add', data }
  const reported: ServerEvent = { ...event, user }
  void createOmetriaClient(config).track(event)
  return reported
}
