import { createServer } from 'node:http'

// In place of Shopify's Storefront API, which is out of reach where nothing but npm is: every query is answered with a shop that
// has a name, a currency and no menu. That is all that the skeleton needs to render what stands around its pages.

const data = {
  shop: {
    id: 'gid://shopify/Shop/1',
    name: 'My shop',
    description: '',
    primaryDomain: { url: 'https://shop.example' },
    brand: null,
  },
  localization: {
    country: { isoCode: 'US', currency: { isoCode: 'USD' } },
    language: { isoCode: 'EN' },
  },
  menu: null,
}

createServer((request, response) => {
  request.resume()
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }))
}).listen(Number(process.argv[2]), 'localhost')
