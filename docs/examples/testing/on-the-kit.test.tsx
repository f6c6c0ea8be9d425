// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createTestOmetria, ometriaMatchers } from 'ometria-react/testing'
import { afterEach, expect, test } from 'vitest'
import { Basket } from './Basket.js'
import { Confirmation } from './Confirmation.js'
import { Dress } from './Dress.js'
import { Privacy } from './Privacy.js'
import { Search } from './Search.js'

expect.extend(ometriaMatchers)

const ometria = createTestOmetria()
const wrapper = ometria.Wrapper

const order = {
  order_id: 'A-7',
  order_total: 25,
  order_currency: 'GBP',
  order_lines: [{ product_id: '6560241647794', quantity: 1, order_line_total: 25 }],
}

afterEach(() => {
  cleanup()
  ometria.reset()
})

test('a dress that is put into the basket is tracked', async () => {
  render(<Dress />, { wrapper })
  await userEvent.click(screen.getByRole('button', { name: 'Add to basket' }))
  expect(ometria).toHaveTracked({ scope: 'basket', action: 'add', data: { quantity: 1 } })
})

test('a basket is tracked by what goes in and what comes out', async () => {
  render(<Basket id="B-1" saved={[{ product_id: 'shirt', quantity: 1 }]} />, { wrapper })
  expect(ometria.events).toEqual([]) // there counting begins
  await userEvent.click(screen.getByRole('button', { name: 'One more shirt' }))
  expect(ometria).toHaveTrackedOnce({
    scope: 'basket',
    action: 'add',
    data: { product_id: 'shirt', quantity: 1 },
  })
  await userEvent.dblClick(screen.getByRole('button', { name: 'One less shirt' }))
  expect(ometria.events.map(({ action }) => action)).toEqual(['add', 'remove', 'remove'])
})

test('a basket begins anew in each test', async () => {
  render(<Basket id="B-1" saved={[{ product_id: 'shirt', quantity: 5 }]} />, { wrapper })
  expect(ometria.events).toEqual([])
})

test('another basket is not the one before: what was in that was bought', async () => {
  const { rerender } = render(<Basket key="1" id="B-1" saved={[{ product_id: 'shirt', quantity: 1 }]} />, {
    wrapper,
  })
  rerender(<Basket key="2" id="B-2" saved={[{ product_id: 'scarf', quantity: 2 }]} />)
  await screen.findByText('2 × scarf')
  expect(ometria).toHaveTrackedOnce({
    scope: 'basket',
    action: 'add',
    data: { product_id: 'scarf', quantity: 2 },
  })
  expect(ometria).not.toHaveTracked({ scope: 'basket', action: 'remove' })
})

test('what a basket became while the visitor had not answered is tracked once the visitor accepts', async () => {
  ometria.client.setConsent('pending')
  render(
    <>
      <Privacy />
      <Basket id="B-1" saved={[{ product_id: 'shirt', quantity: 1 }]} />
    </>,
    { wrapper },
  )
  await userEvent.dblClick(screen.getByRole('button', { name: 'One more shirt' }))
  expect(ometria.events).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
  expect(ometria).toHaveTrackedOnce({
    scope: 'basket',
    action: 'add',
    data: { product_id: 'shirt', quantity: 2 },
  })
})

test('an order is tracked once it has loaded, and once only', async () => {
  const { rerender } = render(<Confirmation order={undefined} />, { wrapper })
  expect(ometria.events).toEqual([])
  rerender(<Confirmation order={order} />)
  rerender(<Confirmation order={{ ...order }} />)
  await screen.findByRole('heading', { name: 'Thank you for order A-7' })
  expect(ometria).toHaveTrackedOnce({ scope: 'order', action: 'add', data: { order_id: 'A-7' } })
})

test('an order can be cancelled', async () => {
  render(<Confirmation order={order} />, { wrapper })
  await userEvent.click(screen.getByRole('button', { name: 'Cancel order' }))
  await screen.findByText('The order is cancelled.')
  expect(ometria).toHaveTracked({ scope: 'order', action: 'cancel', data: { order_id: 'A-7' } })
})

test('a shopper hears when the cancellation fails', async () => {
  render(<Confirmation order={order} />, { wrapper })
  ometria.failNext()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel order' }))
  await screen.findByRole('alert')
  expect(ometria).not.toHaveTracked({ scope: 'order', action: 'cancel' })
})

test('a page is a view, and each search on it another', async () => {
  render(<Search />, { wrapper })
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'linen{Enter}')
  expect(ometria).toHaveTrackedOnce({ scope: 'view', action: 'view', context: { page: 'search' } })
  expect(ometria).toHaveTrackedOnce({ scope: 'view', action: 'search', data: { term: 'linen' } })
})

test('nothing is tracked before the visitor accepts', async () => {
  ometria.client.setConsent('pending')
  render(
    <>
      <Privacy />
      <Dress />
    </>,
    { wrapper },
  )
  await userEvent.click(screen.getByRole('button', { name: 'Add to basket' }))
  expect(ometria.events).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
  await screen.findByText('You are test-uid.')
  expect(ometria).toHaveTrackedOnce({ scope: 'basket' })
})

test('a visitor who declines is tracked no more, and known no more', async () => {
  render(
    <>
      <Privacy />
      <Dress />
    </>,
    { wrapper },
  )
  await userEvent.click(screen.getByRole('button', { name: 'Decline' }))
  await screen.findByText('You are nobody to us.')
  await userEvent.click(screen.getByRole('button', { name: 'Add to basket' }))
  expect(ometria.events).toEqual([])
})
