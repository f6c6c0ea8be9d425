import { OmetriaMappingError } from 'ometria-adapters'

/** The order, or nothing where it can't be told for certain: a page goes on without tracking. */
export function orderUnlessRefused<Order>(map: () => Order): Order | undefined {
  try {
    return map()
  } catch (error) {
    if (!(error instanceof OmetriaMappingError)) throw error
    console.error(error) // or your error tracker: it names the path, and holds nothing of the order
    return undefined
  }
}
