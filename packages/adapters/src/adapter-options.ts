import { Place } from './place.js'

type Id = string | number

/** For accounts with ids of their own. Each is asked with the platform's own document, or with one line of it. */
export interface AdapterOptions<Document, Line> {
  /** In place of the order's usual id. */
  orderId?(document: Document): Id
  /**
   * In place of the product's usual id. Asked for every line, those that belong to no product (fees, gift cards, …) too:
   * a line without an answer is left out, and its money stays in `order_total`.
   */
  productId?(line: Line): Id | null | undefined
  /** In place of the variant's usual id; without an answer there is none. */
  variantId?(line: Line): Id | null | undefined
  /** In place of the customer's usual id; without an answer there is none. */
  userId?(document: Document): Id | null | undefined
}

type ForOrder<Document> = Pick<AdapterOptions<Document, never>, 'orderId' | 'userId'>
type ForLine<Line> = Pick<AdapterOptions<never, Line>, 'productId' | 'variantId'>

// Each of these gives what the shop's option says, where there is one, or else the usual id.

export const orderIdOf = <Document>(
  order: Place<Document>,
  options: Pick<ForOrder<Document>, 'orderId'>,
  usual: () => string,
): string => (options.orderId ? new Place(options.orderId(order.object().given), order.path).id() : usual())

export const userIdOf = <Document>(
  order: Place<Document>,
  options: ForOrder<Document>,
  usual: () => string | undefined,
): string | undefined => (options.userId ? idIfAny(order, options.userId(order.object().given)) : usual())

export const productIdOf = <Line>(
  line: Place<Line>,
  options: ForLine<Line>,
  usual: () => string | undefined,
): string | undefined => (options.productId ? idIfAny(line, options.productId(line.object().given)) : usual())

export const variantIdOf = <Line>(
  line: Place<Line>,
  options: ForLine<Line>,
  usual: () => string | undefined,
): string | undefined => (options.variantId ? idIfAny(line, options.variantId(line.object().given)) : usual())

const idIfAny = (place: Place, id: Id | null | undefined) =>
  id === null || id === undefined ? undefined : new Place(id, place.path).id()
