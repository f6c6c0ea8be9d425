import { TrackView } from 'ometria-react'

export function ProductPage({ id, category }: { id: string; category: string }) {
  return <TrackView context={{ page: 'product', product: id, category }} />
}

export function CategoryPage({ category }: { category: string }) {
  return <TrackView context={{ page: 'listing', category }} />
}

export function HomePage() {
  return <TrackView context={{ page: 'home' }} />
}
