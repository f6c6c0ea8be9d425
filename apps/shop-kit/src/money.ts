export const currency = 'GBP'

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency })

/** Prices are whole pence throughout, so that sums stay exact. */
export function formatPrice(pence: number): string {
  return pounds.format(pence / 100)
}
