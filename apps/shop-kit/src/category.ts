export const categories = [
  { id: 'dresses', name: 'Dresses' },
  { id: 'knitwear', name: 'Knitwear' },
  { id: 'shirts', name: 'Shirts and tops' },
  { id: 'trousers-and-skirts', name: 'Trousers and skirts' },
  { id: 'jackets', name: 'Jackets' },
  { id: 'accessories', name: 'Accessories' },
] as const

export type Category = (typeof categories)[number]
export type CategoryId = Category['id']

export function findCategory(id: string | null | undefined): Category | undefined {
  return categories.find(category => category.id === id)
}
