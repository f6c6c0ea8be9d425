import type Big from 'big.js'
import type { Order, OrderLine } from 'ometria-headless'
import { round, roundTogether } from './minor-units.js'
import type { Place } from './place.js'
import { sum, zero } from './sum.js'
import { withoutUndefined } from './without-undefined.js'

/** One line as a platform has it. Without a product only its money counts, as a part of the order's total. */
export interface Line {
  product_id: string | undefined
  product_sku?: string | undefined
  product_name?: string | undefined
  variant_id?: string | undefined
  variant_sku?: string | undefined
  quantity: Big
  unit_rrp?: Big | undefined
  total: Big
  place: Place
}

export interface OrderParts {
  order_id: string
  user_id: string | undefined
  /** All that was paid, and where the platform says so. */
  total: Big
  totalAt: Place
  tax: Big | undefined
  /** With tax, after discounts. */
  shipping: Big | undefined
  currency: string
  lines: Line[]
  linesAt: Place
  /** What is in the total and on no line. */
  leftOut?: Big | undefined
  /** The currency's decimals, where the platform calculates in finer steps and rounds at the end. */
  roundTo?: number | undefined
}

/**
 * An order that adds up: its lines, its shipping and what was left out are its total. Anything else is refused. Why so:
 * docs/decisions/orders-that-add-up.md.
 */
export function assembleOrder(parts: OrderParts): Order {
  const { totalAt, roundTo, shipping = zero } = parts
  const lines = parts.lines.filter(hasProduct)
  const difference = differenceOf(parts)
  if (!difference.eq(0)) {
    const expected = 'the sum of the lines, the shipping and what belongs to no product'
    totalAt.refuse(expected, `a total that differs by ${difference.toFixed()}`)
  }
  if (shipping.lt(0)) totalAt.refuse('shipping that costs 0 or more', 'a discount on it that is larger')
  if (lines.length === 0) parts.linesAt.refuse('at least one line with a product', 'none')

  const exact = [...lines.map(line => line.total), shipping, leftOutOf(parts)]
  const paid = roundTo === undefined ? exact : roundTogether(exact, roundTo)
  const wire = (amount: Big) => numberOf(amount, totalAt)
  return withoutUndefined({
    order_id: parts.order_id,
    user_id: parts.user_id,
    order_total: wire(toPay(parts.total, parts)),
    order_tax: parts.tax && wire(toPay(parts.tax, parts)),
    order_shipping: parts.shipping && wire(paid[lines.length] ?? zero),
    order_currency: parts.currency,
    order_lines: lines.map((line, index) => orderLine(line, paid[index] ?? zero)),
  })
}

export const addsUp = (parts: OrderParts) => differenceOf(parts).eq(0)

/**
 * The same order with a tax that only the order tells, where that can be only one line's, since nothing else cost anything.
 * `undefined` where more than that line was paid for: then the tax could be anybody's.
 */
export function withTaxOnTheOnlyLine(parts: OrderParts, tax: Big): OrderParts | undefined {
  const costing = parts.lines.filter(line => !line.total.eq(0))
  const others = sum([parts.shipping ?? zero, parts.leftOut ?? zero])
  if (costing.length !== 1 || !others.eq(0)) return undefined
  const taxed = (line: Line) => (line === costing[0] ? { ...line, total: line.total.plus(tax) } : line)
  return { ...parts, lines: parts.lines.map(taxed) }
}

function differenceOf(parts: OrderParts): Big {
  const { shipping = zero } = parts
  const products = parts.lines.filter(hasProduct).map(line => line.total)
  return toPay(parts.total, parts).minus(toPay(sum([...products, shipping, leftOutOf(parts)]), parts))
}

const toPay = (amount: Big, { roundTo }: OrderParts) =>
  roundTo === undefined ? amount : round(amount, roundTo)

const leftOutOf = ({ lines, leftOut = zero }: OrderParts) =>
  sum(lines.filter(line => !hasProduct(line)).map(line => line.total)).plus(leftOut)

type ProductLine = Line & { product_id: string }

const hasProduct = (line: Line): line is ProductLine => line.product_id !== undefined

function orderLine(line: ProductLine, total: Big): OrderLine {
  const { place } = line
  if (total.lt(0)) place.refuse('a line that costs 0 or more', 'one that costs less')
  return withoutUndefined({
    product_id: line.product_id,
    product_sku: line.product_sku,
    product_name: line.product_name,
    variant_id: line.variant_id,
    variant_sku: line.variant_sku,
    quantity: numberOf(line.quantity, place),
    unit_rrp: line.unit_rrp && numberOf(line.unit_rrp, place),
    order_line_total: numberOf(total, place),
  })
}

/** The number that the wire takes, where it is the very amount. */
export function numberOf(amount: Big, place: Place): number {
  const number = amount.toNumber()
  return amount.eq(number) ? number : place.refuse('amounts that a number holds exactly', 'larger ones')
}
