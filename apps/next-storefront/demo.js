import { demo } from 'shop-kit/demo'
import { startShop, usualPort } from './demo-shop.js'

const { OMETRIA_DOMAIN_KEY, OMETRIA_LOCATION_KEY } = process.env

await demo({
  keys: { domainKey: OMETRIA_DOMAIN_KEY, locationKey: OMETRIA_LOCATION_KEY },
  port: usualPort,
  start(mockUrl) {
    if (mockUrl) process.env.OMETRIA_MOCK_URL = mockUrl
    return startShop()
  },
})
