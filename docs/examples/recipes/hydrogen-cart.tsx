import { cartAttributes } from 'ometria-adapters/shopify'
import type { User } from 'ometria-headless'
import { useOmetriaUser } from 'ometria-react'
import { useEffect } from 'react'

/** In root.tsx, inside of the provider. `submit` posts to the action of the route below: useFetcher().submit. */
export function VisitorInCart({ submit }: { submit: (user: User) => void }) {
  const user = useOmetriaUser()
  useEffect(() => {
    if (user) submit(user)
  }, [user, submit])
  return null
}

/** What of Hydrogen's cart is used: `context.cart` in a loader or an action. */
interface Cart {
  updateAttributes(attributes: { key: string; value: string }[]): Promise<unknown>
}

/** In the action of app/routes/cart-visitor.ts. */
export const putVisitorInCart = (cart: Cart, user: User) => cart.updateAttributes(cartAttributes(user))
