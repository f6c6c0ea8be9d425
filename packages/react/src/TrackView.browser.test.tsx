import { Activity, StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { TrackView, type TrackViewProps } from './index.js'
import { arrived, idle, mock, Shop } from './page.test-setup.js'

const view = (props: TrackViewProps, strict = false) => {
  const ui = (
    <Shop>
      <TrackView {...props} />
    </Shop>
  )
  return strict ? <StrictMode>{ui}</StrictMode> : ui
}

/** Nothing more than these views, when all is still. */
async function expectViews(...products: string[]) {
  await vi.waitFor(() => expect(arrived()).toEqual(products))
  await idle()
  expect(arrived()).toEqual(products)
}

test('a view arrives with its context, as a view', async () => {
  const onTracked = vi.fn()
  await render(view({ context: { product: 'a', category: 7 }, onTracked }))
  await vi.waitFor(() => expect(onTracked).toHaveBeenCalledOnce())
  expect(mock.events).toMatchObject([
    {
      scope: 'view',
      action: 'view',
      data: {},
      context: { product: 'a', category: '7', page_url: location.href },
    },
  ])
  expect(onTracked).toHaveBeenCalledWith(expect.objectContaining({ status: 'delivered' }))
})

test('a view may have an action and data', async () => {
  await render(view({ action: 'search', data: { term: 'dress' }, context: { product: 'a' } }))
  await expectViews('a')
  expect(mock.events).toMatchObject([{ scope: 'view', action: 'search', data: { term: 'dress' } }])
})

test('StrictMode counts one view', async () => {
  await render(view({ context: { product: 'a' } }, true))
  await expectViews('a')
})

test('an equal object at each of fifty renders is the same view', async () => {
  const { rerender } = await render(view({ context: { product: 'a' }, data: { n: [1] } }))
  for (let n = 0; n < 50; n++) await rerender(view({ context: { product: 'a' }, data: { n: [1] } }))
  await expectViews('a')
})

test('other content is another view, and so is the first when it comes back', async () => {
  const { rerender } = await render(view({ context: { product: 'a' } }, true))
  await rerender(view({ context: { product: 'b' } }, true))
  await rerender(view({ context: { product: 'b' }, action: 'zoom' }, true))
  await rerender(view({ context: { product: 'a' } }, true))
  await expectViews('a', 'b', 'b', 'a')
})

test('each time that it is revealed is a view', async () => {
  const ui = (mode: 'visible' | 'hidden') => (
    <StrictMode>
      <Shop>
        <Activity mode={mode}>
          <TrackView context={{ product: 'a' }} />
        </Activity>
      </Shop>
    </StrictMode>
  )
  const { rerender } = await render(ui('hidden'))
  await idle()
  expect(mock.attempts).toEqual([])
  for (let n = 0; n < 3; n++) {
    await rerender(ui('visible'))
    await rerender(ui('hidden'))
  }
  await expectViews('a', 'a', 'a')
})

test('each time that it is mounted is a view', async () => {
  for (let n = 0; n < 3; n++) {
    const { unmount } = await render(view({ context: { product: 'a' } }, true))
    await unmount()
  }
  await render(<Shop />)
  await expectViews('a', 'a', 'a')
})

test('a page that comes back from the back/forward cache was come to again', async () => {
  await render(view({ context: { product: 'a' } }, true))
  await expectViews('a')
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
  await expectViews('a')
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await expectViews('a', 'a')
})

test('one that was left does not come back with the page', async () => {
  const { rerender } = await render(view({ context: { product: 'a' } }))
  await rerender(<Shop />)
  await expectViews('a')
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await expectViews('a')
})

test('the callbacks of the latest render are told', async () => {
  mock.faults.push({ delay: 50 })
  const [early, late] = [vi.fn(), vi.fn()]
  const { rerender } = await render(view({ context: { product: 'a' }, onTracked: early }))
  await rerender(view({ context: { product: 'a' }, onTracked: late }))
  await vi.waitFor(() => expect(late).toHaveBeenCalledOnce())
  expect(early).not.toHaveBeenCalled()
})

test.each<[string, TrackViewProps, string]>([
  ['with a blank context', { context: { product: '' } }, 'context.product'],
  ['without JSON', { data: { count: 1n } }, 'data.count'],
])('a view %s is refused, and the page stands', async (_, props, path) => {
  const onError = vi.fn()
  await render(view({ ...props, onError }))
  await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
  expect(onError.mock.calls[0]?.[0].message).toContain(path)
  expect(mock.attempts).toEqual([])
})
