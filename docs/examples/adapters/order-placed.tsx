import { OmetriaMappingError } from 'ometria-adapters'
import { type MedusaOrder, orderFromMedusa } from 'ometria-adapters/medusa'
import { TrackOrderPlaced } from 'ometria-react'

export function Confirmation({ order }: { order: MedusaOrder }) {
  return <TrackOrderPlaced order={orderUnlessRefused(() => orderFromMedusa(order))} />
}

/** A page goes on without tracking, where an order can't be told for certain. */
function orderUnlessRefused<Order>(map: () => Order): Order | undefined {
  try {
    return map()
  } catch (error) {
    if (!(error instanceof OmetriaMappingError)) throw error
    console.error(error) // or your error tracker: it names the path, and holds nothing of the order
    return undefined
  }
}
