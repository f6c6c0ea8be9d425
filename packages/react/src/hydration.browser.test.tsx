import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { TrackOrderPlaced, TrackView, useOmetriaUser, useTrackBasket } from './index.js'
import { arrived, order, Shop } from './page.test-setup.js'

function Page() {
  const user = useOmetriaUser()
  const { status } = useTrackBasket()
  return (
    <p>
      {user ? 'known' : 'unknown'}, {status}
    </p>
  )
}

test('a page from the server hydrates without a warning, and tracks once', async () => {
  const ui = (
    <StrictMode>
      <Shop>
        <Page />
        <TrackView context={{ product: 'a' }} />
        <TrackOrderPlaced order={order()} />
      </Shop>
    </StrictMode>
  )
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(ui)
  expect(container.textContent).toBe('unknown, idle')
  const onRecoverableError = vi.fn()
  const root = hydrateRoot(container, ui, { onRecoverableError })
  await vi.waitFor(() => expect(container.textContent).toBe('known, idle'))
  await vi.waitFor(() => expect(arrived().toSorted()).toEqual(['ABC-123', 'a']))
  expect(onRecoverableError).not.toHaveBeenCalled()
  root.unmount()
  container.remove()
})
