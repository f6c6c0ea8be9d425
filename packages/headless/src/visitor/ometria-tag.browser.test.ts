import { afterEach, expect, test } from 'vitest'
import { fromOmetriaTag } from './ometria-tag.js'

afterEach(() => {
  Reflect.deleteProperty(document, 'cookie')
  document.cookie = 'ometria=; Max-Age=0; Path=/'
})

test('the visitor is read from the page’s own cookies, whenever asked', () => {
  expect(fromOmetriaTag()).toBeUndefined()
  document.cookie = `ometria=2_${encodeURIComponent('cid=aB3dE5fG7hI9jK1m&sid=s1d2')}; Path=/`
  expect(fromOmetriaTag()).toEqual({ uid: 'aB3dE5fG7hI9jK1m', sid: 's1d2' })
})

test('a frame that may not look at its cookies has no tag', () => {
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get() {
      throw new DOMException('The document is sandboxed.', 'SecurityError')
    },
  })
  expect(fromOmetriaTag()).toBeUndefined()
})
