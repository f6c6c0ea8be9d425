import { OmetriaProvider, TrackOrderPlaced, useTrackBasket } from 'ometria-react'
import { createElement, StrictMode, version } from 'react'
import { createRoot } from 'react-dom/client'

// A shop with React and TanStack Query as its project has them: a product can be put into the basket, and an order is placed, in
// StrictMode. The address names the endpoint.
const order = {
  order_id: 'ABC-123',
  order_total: '74.96',
  order_currency: 'GBP',
  order_lines: [{ product_id: 6560241647794, quantity: 1, order_line_total: '74.96' }],
}

function Add() {
  const { mutate, isSuccess } = useTrackBasket()
  const onClick = () => mutate({ action: 'add', data: { product_id: '6560241647794', quantity: 1 } })
  return createElement(
    'button',
    { type: 'button', onClick },
    isSuccess ? `Added, by React ${version}` : 'Add',
  )
}

const endpoint = new URLSearchParams(location.search).get('endpoint')
const page = createElement(
  StrictMode,
  null,
  createElement(
    OmetriaProvider,
    { endpoint, consent: 'granted' },
    createElement(Add),
    createElement(TrackOrderPlaced, { order }),
  ),
)
createRoot(document.getElementById('shop')).render(page)
