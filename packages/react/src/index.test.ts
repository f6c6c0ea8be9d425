import { expect, test } from 'vitest'
import * as front from './index.js'

test('the package exports these names', () => {
  expect(Object.keys(front)).toMatchInlineSnapshot(`
    [
      "createOmetriaClient",
      "OmetriaConfigError",
      "OmetriaError",
      "OmetriaExpiredError",
      "OmetriaOverflowError",
      "OmetriaRejectedError",
      "OmetriaValidationError",
      "OmetriaProvider",
      "TrackOrderPlaced",
      "TrackView",
      "useOmetria",
      "useOmetriaUser",
      "useTrackBasket",
      "useTrackBasketLines",
      "useTrackOrder",
      "useTrackView",
    ]
  `)
})
