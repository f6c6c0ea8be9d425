// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createTestOmetria, ometriaMatchers } from 'ometria-react/testing'
import { afterEach, expect, test } from 'vitest'
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
