/** A document does not say for certain what an order needs. Its message holds no value of the document. */
export class OmetriaMappingError extends Error {
  override name = 'OmetriaMappingError'
  /** Where in the platform's document, such as `line_items[1].price`; empty for the document as a whole. */
  readonly path: string
  /** What was expected there. */
  readonly expected: string

  constructor(path: string, expected: string, found: string) {
    super(`${path || 'The document'}: expected ${expected}, got ${found}.`)
    this.path = path
    this.expected = expected
  }
}
