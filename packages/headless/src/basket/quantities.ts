import type { Fault } from '../events/reader.js'
import { id, quantity } from '../events/wire-values.js'

/** One line of a basket. A product may stand in many lines: its quantities are summed. */
export interface BasketLine {
  readonly product_id: string | number
  /** A number of 0 or more, or its decimal text. */
  readonly quantity: string | number
}

/** How many of each product there are. */
export type Quantities = Map<string, number>

/** Sums the lines of each product. Lines that can't be read are given back, for somebody to hear of them. */
export function quantitiesOf(lines: readonly BasketLine[]): [Quantities, unreadable: BasketLine[]] {
  const quantities: Quantities = new Map()
  const unreadable = lines.filter(line => {
    const faults: Fault[] = []
    try {
      const product = id(line.product_id, faults)
      const count = quantity(line.quantity, faults)
      if (faults.length === 0) {
        quantities.set(product, (quantities.get(product) ?? 0) + count)
        return false
      }
    } catch {} // What is listed is no object, or an object of the shop's whose getter threw.
    return true
  })
  return [quantities, unreadable]
}
