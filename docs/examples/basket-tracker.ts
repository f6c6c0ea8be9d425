import { type BasketLine, createBasketTracker, createOmetriaClient } from 'ometria-headless'

const ometria = createOmetriaClient({ endpoint: '/api/ometria', consent: 'granted' })
const tracker = createBasketTracker(ometria)

/** Called whenever the shop's server has answered with a basket, and on each page that shows one. */
export function basketArrived(basket: { id: string; lines: BasketLine[] }) {
  tracker.see(basket.lines, { basketId: basket.id })
}
