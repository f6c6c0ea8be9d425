/** A component's test, as a shop writes it. `imports` is where `expect` and `test` come from, where they are no globals. */
export const component = (imports = '') => `${imports}
import { act, render, screen } from '@testing-library/react'
import { useTrackBasket } from 'ometria-react'
import { createTestOmetria, ometriaMatchers } from 'ometria-react/testing'

expect.extend(ometriaMatchers)

let clickedAt = 0

function Dress() {
  const { mutate } = useTrackBasket()
  const add = () => {
    clickedAt = performance.now()
    mutate({ action: 'add', data: { product_id: 7, quantity: 1 } })
  }
  return <button onClick={add}>Add to basket</button>
}

test('the first event is tracked in under 50 ms', async () => {
  const ometria = createTestOmetria()
  render(<Dress />, { wrapper: ometria.Wrapper })
  let took = Infinity
  ometria.client.subscribe(() => {
    took = performance.now() - clickedAt
  })
  await act(async () => screen.getByRole('button').click())
  expect(ometria).toHaveTrackedOnce({ scope: 'basket', action: 'add', data: { product_id: '7' } })
  expect(ometria).not.toHaveTracked({ scope: 'order' })
  expect(() => expect(ometria).toHaveTracked({ scope: 'basket', data: { product_id: '8' } })).toThrow(
    'data.product_id: expected "8", found "7"',
  )
  console.log('first event: ' + took.toFixed(1) + ' ms')
  expect(took).toBeLessThan(50)
})
`

/** What is right and wrong of the matchers' types. An error that is expected and missing fails the check. */
export const types = (imports = '') => `${imports}
import { ometriaMatchers } from 'ometria-react/testing'

expect.extend(ometriaMatchers)
expect({}).toHaveTracked({ scope: 'basket', action: 'add', data: { product_id: expect.any(String) } })
expect({}).not.toHaveTrackedOnce({ scope: 'order' })
// @ts-expect-error no such scope
expect({}).toHaveTracked({ scope: 'cart' })
// @ts-expect-error no such action
expect({}).toHaveTracked({ scope: 'basket', action: 'cancel' })
// @ts-expect-error no such matcher
expect({}).toHaveTrackedTwice({ scope: 'view' })
`
