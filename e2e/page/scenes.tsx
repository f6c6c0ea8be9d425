import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { type Order, TrackOrderPlaced, useOmetria, useTrackBasket, useTrackOrder } from 'ometria-react'
import { OmetriaDevtools } from 'ometria-react/devtools/production'
import { Activity, type ReactNode, useEffect, useState } from 'react'
import { ServedBasket, SharedBasket } from './basket-scenes.js'

/** Made anew at each call, as a shop's own code does. */
const order = (): Order => ({
  order_id: 'CONFIRMED-1',
  order_total: 49.99,
  order_currency: 'GBP',
  order_lines: [{ product_id: 'dress', quantity: 1, order_line_total: 49.99 }],
})

/** Renders again and again, on its own. */
function useTicks(count: number) {
  const [tick, setTick] = useState(0)
  useEffect(() => {
    if (tick < count) setTick(tick + 1)
  }, [tick, count])
  return tick
}

const renderedAhead = String(Boolean(Object(document).prerendering))

function Placed() {
  return <TrackOrderPlaced order={order()} context={{ page: 'confirmation', renderedAhead }} />
}

function NewObjectEachRender() {
  useTicks(50)
  return <Placed />
}

function Remounted() {
  return <Placed key={useTicks(10)} />
}

function HiddenAndRevealed() {
  return (
    <Activity mode={useTicks(6) % 2 ? 'hidden' : 'visible'}>
      <Placed />
    </Activity>
  )
}

function Late() {
  const ready = useTicks(5) === 5
  return <TrackOrderPlaced order={ready ? order() : null} />
}

function ComponentAndHooks() {
  const first = useTrackOrder()
  const second = useTrackOrder()
  const { mutate } = first
  const { mutate: mutateToo } = second
  useEffect(() => {
    mutate({ action: 'add', data: order() })
    mutateToo({ action: 'add', data: order() })
  }, [mutate, mutateToo])
  return (
    <>
      <Placed />
      <Placed />
    </>
  )
}

const { data: basketData, context: basketContext } = basketAdd

function ReferenceByTrack() {
  const { track } = useOmetria()
  useEffect(() => {
    track({ scope: 'basket', action: 'add', data: basketData, context: basketContext })
    track({ scope: 'order', action: 'add', data: orderAdd.data })
    track({ scope: 'order', action: 'cancel', data: orderCancel.data })
  }, [track])
  return null
}

function ReferenceByHooks() {
  const { mutate: basket } = useTrackBasket()
  const { mutate: order } = useTrackOrder()
  useEffect(() => {
    basket({ action: 'add', data: basketData, context: basketContext })
    order({ action: 'add', data: orderAdd.data })
    order({ action: 'cancel', data: orderCancel.data })
  }, [basket, order])
  return null
}

/** The reference's own examples, confirmation pages as React may render them, and baskets. */
export const scenes: Record<string, ReactNode> = {
  'reference by track': <ReferenceByTrack />,
  'reference by hooks': <ReferenceByHooks />,
  'reference by component': <TrackOrderPlaced order={orderAdd.data} />,
  confirmation: <Placed />,
  'new object each render': <NewObjectEachRender />,
  remounted: <Remounted />,
  'hidden and revealed': <HiddenAndRevealed />,
  'late order': <Late />,
  'component and hooks': <ComponentAndHooks />,
  'served basket': <ServedBasket />,
  'shared basket': <SharedBasket />,
  devtools: (
    <>
      <Placed />
      <OmetriaDevtools />
    </>
  ),
}
