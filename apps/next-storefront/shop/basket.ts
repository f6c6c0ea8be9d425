import { cookies } from 'next/headers'
import { type Basket, packBasket, unpackBasket } from 'shop-kit'

const name = 'dimity.basket'
const month = 30 * 24 * 60 * 60

/** The shopper's basket, which a cookie carries. */
export async function readBasket(): Promise<Basket> {
  return unpackBasket(parse((await cookies()).get(name)?.value))
}

export async function writeBasket(basket: Basket) {
  const value = JSON.stringify(packBasket(basket))
  const jar = await cookies()
  jar.set(name, value, { maxAge: month, httpOnly: true, sameSite: 'lax' })
}

function parse(json = ''): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
