import { type MedusaOrder, orderFromMedusa } from 'ometria-adapters/medusa'
import { TrackOrderPlaced } from 'ometria-react'
import { orderUnlessRefused } from './order-unless-refused.js'

export const TrackMedusaOrder = ({ order }: { order: MedusaOrder | undefined }) => (
  <TrackOrderPlaced order={order && orderUnlessRefused(() => orderFromMedusa(order))} />
)
