// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { createTestOmetria } from 'ometria-react/testing'
import type { ComponentType } from 'react'
import { afterEach, expect, test } from 'vitest'
import { TrackBigCommerceBasket } from './examples/recipes/bigcommerce-basket.js'
import { TrackCommercetoolsBasket } from './examples/recipes/commercetools-basket.js'
import { TrackHydrogenBasket } from './examples/recipes/hydrogen-basket.js'
import { TrackMagentoBasket } from './examples/recipes/magento-basket.js'
import { TrackMedusaBasket } from './examples/recipes/medusa-basket.js'
import { TrackSaleorBasket } from './examples/recipes/saleor-basket.js'
import { TrackWooCommerceBasket } from './examples/recipes/woocommerce-basket.js'

afterEach(cleanup)

/** A recipe's component, with the props that its platform gives for a basket of so many of a product; of 0: for no basket. */
interface Recipe {
  platform: string
  product: string
  element(quantity: number): React.ReactElement
}

function recipe<Props extends object>(
  platform: string,
  Component: ComponentType<Props>,
  product: string,
  props: (quantity: number) => Props,
): Recipe {
  return { platform, product, element: quantity => <Component {...props(quantity)} /> }
}

const recipes = [
  recipe('Hydrogen', TrackHydrogenBasket, '632910392', quantity => ({
    cart:
      quantity === 0
        ? null
        : {
            id: 'gid://shopify/Cart/c1?key=k',
            lines: {
              nodes: [{ quantity, merchandise: { product: { id: 'gid://shopify/Product/632910392' } } }],
            },
          },
  })),
  recipe('Medusa', TrackMedusaBasket, 'prod_1', quantity => ({
    cart: quantity === 0 ? null : { id: 'cart_1', items: [{ product_id: 'prod_1', quantity }] },
  })),
  recipe('commercetools', TrackCommercetoolsBasket, 'p-1', quantity => ({
    cart: quantity === 0 ? null : { id: 'c1', lineItems: [{ productId: 'p-1', quantity }] },
  })),
  recipe('BigCommerce', TrackBigCommerceBasket, '188', quantity => ({
    cart:
      quantity === 0
        ? null
        : {
            entityId: 'c1',
            lineItems: { physicalItems: [{ productEntityId: 188, quantity }], digitalItems: [] },
          },
  })),
  recipe('Magento', TrackMagentoBasket, '123', quantity => ({
    cart: {
      id: 'c1',
      itemsV2: { items: quantity ? [{ quantity, product: { uid: btoa('123') } }, null] : [] },
    },
  })),
  recipe('Saleor', TrackSaleorBasket, 'UHJvZHVjdDox', quantity => ({
    checkout:
      quantity === 0
        ? null
        : { id: 'c1', lines: [{ quantity, variant: { product: { id: 'UHJvZHVjdDox' } } }] },
  })),
  recipe('WooCommerce', TrackWooCommerceBasket, 'tee-s', quantity => ({
    cart: { items: quantity ? [{ sku: 'tee-s', quantity }] : [] },
    orders: 0,
  })),
]

test.each(recipes)(
  "$platform: what goes into the basket is tracked, under the order's own name for it",
  async ({ product, element }) => {
    const ometria = createTestOmetria()
    const { rerender } = render(element(0), { wrapper: ometria.Wrapper })
    rerender(element(1))
    rerender(element(3))
    rerender(element(2))
    expect(ometria.events.map(({ scope, action, data }) => ({ scope, action, data }))).toEqual([
      { scope: 'basket', action: 'add', data: { product_id: product, quantity: 1 } },
      { scope: 'basket', action: 'add', data: { product_id: product, quantity: 2 } },
      { scope: 'basket', action: 'remove', data: { product_id: product, quantity: 1 } },
    ])
  },
)

test('WooCommerce: what was bought does not count as removed', () => {
  const ometria = createTestOmetria()
  const cart = { items: [{ sku: 'tee-s', quantity: 1 }] }
  const shop = (basket: typeof cart, orders: number) => (
    <TrackWooCommerceBasket cart={basket} orders={orders} />
  )
  const { rerender } = render(shop({ items: [] }, 0), { wrapper: ometria.Wrapper })
  rerender(shop(cart, 0))
  rerender(shop({ items: [] }, 1))
  expect(ometria.events.map(({ action }) => action)).toEqual(['add'])
})
