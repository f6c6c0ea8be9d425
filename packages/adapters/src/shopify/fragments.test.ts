import { createRequire } from 'node:module'
import { buildClientSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { orderFragment, storefrontOrderFragment } from './index.js'

const load = createRequire(import.meta.url)
const faults = (schema: string, query: string) =>
  validate(buildClientSchema(load(`@shopify/hydrogen-react/${schema}`)), parse(query)).map(String)

test("Shopify's Customer Account API takes orderFragment", () => {
  const query = `query ($id: ID!) { order(id: $id) { ...OmetriaOrder } } ${orderFragment}`
  expect(faults('customer-account.schema.json', query)).toEqual([])
})

test("Shopify's Storefront API takes storefrontOrderFragment", () => {
  const query = `query ($t: String!) { customer(customerAccessToken: $t) { orders(first: 1) { nodes { ...OmetriaOrder } } } }`
  expect(faults('storefront.schema.json', `${query} ${storefrontOrderFragment}`)).toEqual([])
})
