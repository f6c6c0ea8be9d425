import { cookies } from 'next/headers'
import { type BasketLine, packLine, unpackLine } from 'shop-kit'

const name = 'dimity.basket'
const month = 30 * 24 * 60 * 60

/** The shopper's basket, which a cookie carries. */
export async function readBasket(): Promise<BasketLine[]> {
  const found = parse((await cookies()).get(name)?.value)
  return Array.isArray(found) ? found.flatMap(unpackLine) : []
}

export async function writeBasket(lines: BasketLine[]) {
  const value = JSON.stringify(lines.map(packLine))
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
