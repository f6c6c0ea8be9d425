import type { MockOmetria } from 'ometria-mock'
import { expect } from 'vitest'
import type { Tab } from './engines/tab.js'

/** One event a line: what happened, and to what. */
const story = (mock: MockOmetria) =>
  mock.events.map(({ scope, action, data, context }) => {
    const about = scope === 'view' ? context?.page : (data.product_id ?? data.order_id)
    return `${scope} ${action} ${about}`
  })

/**
 * A shopper's visit, from the list to a cancelled order, in whichever of the demo shops. After every step what Ometria has
 * received is all there and nothing else.
 */
export async function visit(page: Tab, shop: string, mock: MockOmetria) {
  const expected: string[] = []
  async function expectHeard(...events: string[]) {
    expected.push(...events)
    await expect.poll(() => story(mock), { timeout: 10_000 }).toEqual(expected)
  }
  const link = (name: string | RegExp) => page.click('link', name)
  const button = (name: string) => page.click('button', name)

  await page.goto(shop)
  await page.waitFor('heading')
  expect(mock.attempts).toEqual([])
  await button('Accept')
  await expectHeard('view view home')

  await link(/^Tiered maxi dress/)
  await expectHeard('view view product')
  await button('Add to basket')
  await expectHeard('basket add 6560241647794')

  await link(/^Basket/)
  await expectHeard('view view basket')
  await button('Remove')
  await expectHeard('basket remove 6560241647794')

  await page.goBack()
  await expectHeard('view view product')
  await button('Add to basket')
  await expectHeard('basket add 6560241647794')
  await link(/^Basket/)
  await expectHeard('view view basket')
  await link('Checkout')
  await expectHeard('view view checkout')
  await button('Fill in demo details')
  await button('Place order')

  await page.waitForFunction(() => location.pathname.endsWith('/confirmation'))
  const [, order] = /orders\/([^/]+)\//.exec(await page.url()) ?? []
  await expect
    .poll(() => story(mock).slice(-2).sort(), { timeout: 10_000 })
    .toEqual([`order add ${order}`, 'view view order-confirmation'])
  expected.push(...story(mock).slice(-2))
  await page.reload()
  await expectHeard('view view order-confirmation')

  await link('View order')
  await expectHeard('view view order')
  await button('Cancel order')
  await expectHeard(`order cancel ${order}`)

  expect(mock.rejected).toEqual([])
  expect(mock.attempts).toHaveLength(mock.events.length)
  return { order }
}
