import { StrictMode, version } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { TrackOrderPlaced, TrackView, useOmetriaUser, useTrackBasket, useTrackBasketLines } from './index.js'
import { added, arrived, idle, order, Shop } from './page.test-setup.js'

function Page() {
  const user = useOmetriaUser()
  const { mutate, status } = useTrackBasket()
  useTrackBasketLines(status === 'success' ? [{ product_id: 'c', quantity: 1 }] : [])
  return (
    <button type="button" onClick={() => mutate(added('b'))}>
      {user ? 'known' : 'unknown'}, {status}
    </button>
  )
}

test('all of it works on React 18, in StrictMode, without a warning', async () => {
  expect(version).toMatch(/^18\./)
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  root.render(
    <StrictMode>
      <Shop>
        <Page />
        <TrackView context={{ product: 'a' }} />
        <TrackOrderPlaced order={order()} />
      </Shop>
    </StrictMode>,
  )
  await vi.waitFor(() => expect(arrived().toSorted()).toEqual(['ABC-123', 'a']))
  container.querySelector('button')?.click()
  await vi.waitFor(() => expect(container.textContent).toBe('known, success'))
  await vi.waitFor(() => expect(arrived().toSorted()).toEqual(['ABC-123', 'a', 'b', 'c']))
  await idle()
  expect(arrived().toSorted()).toEqual(['ABC-123', 'a', 'b', 'c'])
  root.unmount()
  container.remove()
})
