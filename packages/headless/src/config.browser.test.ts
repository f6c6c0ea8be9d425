import { afterEach, beforeEach, expect, test } from 'vitest'
import { endpointOf } from './config.js'

const base = document.createElement('base')

beforeEach(() => {
  base.href = 'https://cdn.example/shop/'
  document.head.append(base)
})
afterEach(() => base.remove())

test('a path is one of this site, even where the page’s <base> names another', () => {
  expect(endpointOf({ endpoint: '/api/ometria?shop=uk', consent: 'granted' })).toBe(
    `${location.origin}/api/ometria?shop=uk`,
  )
})

test('a URL stays as it is', () => {
  const endpoint = 'https://relay.shop.example'
  expect(endpointOf({ endpoint, consent: 'granted' })).toBe(endpoint)
})
