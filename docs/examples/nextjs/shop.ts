export async function findProduct(slug: string) {
  if (slug !== 'tiered-maxi-dress') return
  return { id: '6560241647794', name: 'Tiered maxi dress' }
}

export async function findOrder(id: string) {
  if (id !== 'A-1001') return
  return { id, total: 49, lines: [{ productId: '6560241647794', quantity: 1, price: 49 }] }
}
