import { expect, test } from 'vitest'
import * as testing from './index.js'

test('the testing entry exports these names', () => {
  expect(Object.keys(testing)).toMatchInlineSnapshot(`
    [
      "createTestOmetria",
      "ometriaMatchers",
    ]
  `)
})
