import type { Metadata } from 'next'
import { TrackView } from 'ometria-react'
import { readBasket } from '../../shop/basket.ts'
import { ChangeBasket } from '../../shop/ChangeBasket.tsx'

export const metadata: Metadata = { title: 'Basket' }

export default async function BasketPage() {
  const { lines } = await readBasket()
  return (
    <>
      <TrackView context={{ page: 'basket' }} />
      <h1 tabIndex={-1}>Basket</h1>
      <ChangeBasket lines={lines} />
    </>
  )
}
