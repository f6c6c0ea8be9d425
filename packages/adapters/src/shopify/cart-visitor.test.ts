import { describe, expect, test } from 'vitest'
import { cartAttributes, userFromWebhook } from './index.js'

const user = { uid: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', sid: 'f9e8d7c6b5a4039281706f5e4d3c2b1a' }

// https://shopify.dev/docs/api/storefront/latest/mutations/cartAttributesUpdate takes { key, value }, and
// https://shopify.dev/docs/api/admin-rest/latest/resources/order has them as note_attributes: { name, value }.
const noted = (attributes: { key: string; value: unknown }[]) => ({
  note_attributes: attributes.map(({ key, value }) => ({ name: key, value })),
})

describe('the visitor in the cart', () => {
  test('comes back as it was, among the attributes of others', () => {
    const attributes = [{ key: 'gift', value: 'yes' }, ...cartAttributes(user), { key: 'note', value: '' }]
    expect(userFromWebhook(noted(attributes))).toEqual(user)
  })

  test('is nobody before consent', () => {
    expect(cartAttributes(null)).toEqual([])
    expect(userFromWebhook(noted([]))).toBeUndefined()
  })

  test.each([
    ['no attributes', {}],
    ['none that is ours', noted([{ key: 'gift', value: 'yes' }])],
    ['only one of the two', noted([{ key: 'ometria_uid', value: user.uid }])],
    ['an id that a shopper wrote', noted(cartAttributes({ ...user, sid: 'no id, a sentence' }))],
    ['an endless id', noted(cartAttributes({ ...user, uid: 'a'.repeat(129) }))],
    [
      'something else than text',
      noted([
        { key: 'ometria_uid', value: {} },
        { key: 'ometria_sid', value: 7 },
      ]),
    ],
  ])('is undefined where the order has %s', (_, document) => {
    expect(userFromWebhook(document)).toBeUndefined()
  })
})
