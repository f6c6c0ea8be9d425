// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMockOmetria } from 'ometria-mock'
import { OmetriaProvider } from 'ometria-react'
import { ometriaMatchers } from 'ometria-react/testing'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Basket } from './Basket.js'
import { Confirmation } from './Confirmation.js'
import { Dress } from './Dress.js'
import { Privacy } from './Privacy.js'
import { Search } from './Search.js'

expect.extend(ometriaMatchers)
vi.setConfig({ testTimeout: 15_000 })

const ometria = createMockOmetria()
afterEach(() => {
  cleanup()
  ometria.reset()
  localStorage.clear() // what waits, which orders were placed, and the basket
})

const order = {
  order_id: 'A-7',
  order_total: 25,
  order_currency: 'GBP',
  order_lines: [{ product_id: '6560241647794', quantity: 1, order_line_total: 25 }],
}

/** What the shop has around its pages, with the mock as its `fetch`. */
const Shop = ({
  children,
  consent = 'granted',
}: {
  children: ReactNode
  consent?: 'granted' | 'pending'
}) => (
  <OmetriaProvider endpoint="/api/track" consent={consent} fetch={ometria.fetch}>
    {children}
  </OmetriaProvider>
)

const arrived = (count: number) => vi.waitFor(() => expect(ometria.events).toHaveLength(count), 10_000)

test('a dress that is put into the basket reaches Ometria', async () => {
  render(<Dress />, { wrapper: Shop })
  await userEvent.click(screen.getByRole('button', { name: 'Add to basket' }))
  await arrived(1)
  expect(ometria).toHaveTracked({ scope: 'basket', action: 'add', data: { quantity: 1 } })
})

test('a change of the basket reaches Ometria, though the page was loaded anew', async () => {
  const { unmount } = render(<Basket id="B-1" saved={[{ product_id: 'shirt', quantity: 1 }]} />, {
    wrapper: Shop,
  })
  await vi.waitFor(() => expect(localStorage.getItem('ometria|basket')).toContain('shirt'), 10_000)
  unmount()
  render(<Basket id="B-1" saved={[{ product_id: 'shirt', quantity: 3 }]} />, { wrapper: Shop })
  await arrived(1)
  expect(ometria).toHaveTracked({
    scope: 'basket',
    action: 'add',
    data: { product_id: 'shirt', quantity: 2 },
  })
})

test('an order arrives once, though its page is opened again', async () => {
  const { unmount } = render(<Confirmation order={order} />, { wrapper: Shop })
  await arrived(1)
  unmount()
  render(<Confirmation order={order} />, { wrapper: Shop })
  await userEvent.click(screen.getByRole('button', { name: 'Cancel order' }))
  await screen.findByText('The order is cancelled.', undefined, { timeout: 10_000 })
  expect(ometria.events).toMatchObject([{ action: 'add' }, { action: 'cancel' }])
})

test('a shopper hears when Ometria refuses the cancellation', async () => {
  render(<Confirmation order={order} />, { wrapper: Shop })
  await arrived(1)
  ometria.faults.push({ status: 400 })
  await userEvent.click(screen.getByRole('button', { name: 'Cancel order' }))
  await screen.findByRole('alert', undefined, { timeout: 10_000 })
  expect(ometria).not.toHaveTracked({ scope: 'order', action: 'cancel' })
})

test('an outage costs nothing: the search arrives after it', async () => {
  ometria.faults.push({ status: 503 }, { drop: true })
  render(<Search />, { wrapper: Shop })
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'linen{Enter}')
  await arrived(2)
  expect(ometria).toHaveTrackedOnce({ scope: 'view', action: 'search', data: { term: 'linen' } })
})

test('nothing leaves the page before the visitor accepts', async () => {
  render(
    <Shop consent="pending">
      <Privacy />
      <Dress />
    </Shop>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Add to basket' }))
  expect(ometria.attempts).toEqual([])
  await userEvent.click(screen.getByRole('button', { name: 'Accept' }))
  await screen.findByText(/^You are [0-9a-f]{32}\.$/)
  await arrived(1)
})
