import type { Order } from 'ometria-headless'

/** A document as a platform has it, and by hand what becomes of it. */
export interface Example {
  title: string
  /** The platform's documentation or source that the document's shape was learnt from. */
  source: string
  document: unknown
  /** The adapter's one line. */
  map: () => Order
  /** The same for another document, which may be anything. */
  mapAny: (document: unknown) => Order
  /** The total as the platform says it. */
  total: string
  /** What of the total is on no line and no shipping. `'0'` unless given. */
  leftOut?: string
  expected: Order
}

/** Refuses to be changed, as deep as it goes. */
export function frozen<Document>(document: Document): Document {
  if (typeof document === 'object' && document !== null)
    Object.values(Object.freeze(document)).forEach(frozen)
  return document
}

/** An example whose document can't be changed. `map` gets it with its type. */
export const example = <Document>(
  made: Omit<Example, 'document' | 'map' | 'mapAny'> & {
    document: Document
    map: (document: Document) => Order
  },
): Example => {
  const document = frozen(made.document)
  const mapAny = (other: unknown) => made.map(other as Document) // it is the adapter's to find out
  return { ...made, document, map: () => made.map(document), mapAny }
}
