import { Component, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  OmetriaProvider,
  TrackOrderPlaced,
  TrackView,
  useOmetria,
  useOmetriaUser,
  useTrackBasket,
  useTrackBasketLines,
  useTrackOrder,
  useTrackView,
} from './index.js'
import { added, arrived, idle, order, Shop } from './page.test-setup.js'

const renders = new Map<string, number>()
const count = (name: string) => renders.set(name, (renders.get(name) ?? 0) + 1)

function Bystander() {
  count('bystander')
  return null
}

function ReadsClient() {
  useOmetria()
  count('reads the client')
  return null
}

function OwnMutation() {
  useTrackBasket()
  count('another mutation')
  return null
}

function Tracks() {
  const { mutate } = useTrackBasket()
  count('the mutation’s own')
  return (
    <button type="button" onClick={() => mutate(added('a'))}>
      Add to basket
    </button>
  )
}

function TracksLines() {
  useTrackBasketLines([])
  count('the basket’s lines')
  return null
}

test('tracking renders nothing again but the component whose mutation it is', async () => {
  renders.clear()
  const { getByRole } = await render(
    <Shop>
      <Bystander />
      <ReadsClient />
      <OwnMutation />
      <Tracks />
      <TrackOrderPlaced order={order()} />
      <TrackView context={{ product: 'b' }} />
      <TracksLines />
    </Shop>,
  )
  await vi.waitFor(() => expect(arrived().toSorted()).toEqual(['ABC-123', 'b']))
  await idle()
  expect([...renders.values()]).toEqual([1, 1, 1, 1, 1])
  await getByRole('button').click()
  await vi.waitFor(() => expect(arrived()).toContain('a'))
  await idle()
  expect(Object.fromEntries(renders)).toEqual({
    bystander: 1,
    'reads the client': 1,
    'another mutation': 1,
    'the mutation’s own': 3, // idle, pending, success
    'the basket’s lines': 1,
  })
})

function UsesClient() {
  useOmetria()
  return null
}
function UsesUser() {
  useOmetriaUser()
  return null
}
function UsesBasket() {
  useTrackBasket()
  return null
}
function UsesBasketLines() {
  useTrackBasketLines(null)
  return null
}
function UsesOrder() {
  useTrackOrder()
  return null
}
function UsesView() {
  useTrackView()
  return null
}

test.each([
  ['useOmetria', <UsesClient key="" />],
  ['useOmetriaUser', <UsesUser key="" />],
  ['useTrackBasket', <UsesBasket key="" />],
  ['useTrackBasketLines', <UsesBasketLines key="" />],
  ['useTrackOrder', <UsesOrder key="" />],
  ['useTrackView', <UsesView key="" />],
  ['<TrackOrderPlaced>', <TrackOrderPlaced key="" order={null} />],
  ['<TrackView>', <TrackView key="" />],
])('%s outside of a provider says so, and how to mend it', async (name, ui) => {
  const caught = vi.fn()
  await render(<Boundary onError={caught}>{ui}</Boundary>)
  expect(caught).toHaveBeenCalledExactlyOnceWith(
    new Error(
      `${name} found no <OmetriaProvider> above it. Wrap the part of your app that tracks in <OmetriaProvider>, near the root.`,
    ),
  )
  vi.mocked(console.error).mockClear()
})

class Boundary extends Component<{ children: ReactNode; onError: (error: unknown) => void }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override componentDidCatch(error: unknown) {
    this.props.onError(error)
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}

test('a provider renders its children and nothing else', async () => {
  const { container } = await render(
    <OmetriaProvider endpoint="/api" consent="denied">
      <p>Shop</p>
    </OmetriaProvider>,
  )
  expect(container.innerHTML).toBe('<p>Shop</p>')
})
