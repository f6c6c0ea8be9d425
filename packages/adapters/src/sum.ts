import Big from 'big.js'

export const zero = new Big(0)
export const one = new Big(1)

export const sum = (amounts: Iterable<Big>): Big => {
  let total = zero
  for (const amount of amounts) total = total.plus(amount)
  return total
}
