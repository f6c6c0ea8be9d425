import { type BasketLine, useTrackBasketLines } from 'ometria-react'
import { useSyncExternalStore } from 'react'

/** `'a:1,b:2'`, as a cookie or storage holds it. */
const linesOf = (text: string): BasketLine[] =>
  [...text.matchAll(/(\w+):(\d+)/g)].map(([, product_id = '', quantity = '']) => ({ product_id, quantity }))

/** A shop whose server keeps the basket, and answers a form with a page. */
export function ServedBasket() {
  const text = /basket=([^;]*)/.exec(document.cookie)?.[1] ?? ''
  useTrackBasketLines(linesOf(text))
  return (
    <form method="post" action="/basket/add">
      <output>{text}</output>
      <button type="submit" name="add" value="a">
        Add
      </button>
    </form>
  )
}

/** A shop whose tabs share a basket in storage, and hear of it at once. */
function subscribe(listener: () => void) {
  addEventListener('storage', listener)
  addEventListener('basket', listener)
  return () => {
    removeEventListener('storage', listener)
    removeEventListener('basket', listener)
  }
}
const read = () => localStorage.getItem('basket') ?? ''

function add() {
  const [line] = linesOf(read())
  localStorage.setItem('basket', `a:${Number(line?.quantity ?? 0) + 1}`)
  dispatchEvent(new Event('basket'))
}

export function SharedBasket() {
  const text = useSyncExternalStore(subscribe, read)
  useTrackBasketLines(linesOf(text))
  return (
    <>
      <output>{text}</output>
      <button type="button" onClick={add}>
        Add
      </button>
      <button
        type="button"
        onClick={() => {
          add()
          location.href = '/elsewhere' // where nothing tracks
        }}
      >
        Add and leave
      </button>
    </>
  )
}
