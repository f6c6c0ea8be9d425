import { expect, test } from 'vitest'
import * as browser from './index.js'

test('the front door exports these names', () => {
  expect(Object.keys(browser)).toMatchInlineSnapshot(`
    [
      "createBasketTracker",
      "createOmetriaClient",
      "OmetriaConfigError",
      "OmetriaError",
      "OmetriaExpiredError",
      "OmetriaOverflowError",
      "OmetriaRejectedError",
      "OmetriaValidationError",
      "readEvent",
    ]
  `)
})
