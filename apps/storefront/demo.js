import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { createServer } from 'vite'

const mockPort = 4010
const shopPort = 5173

const { VITE_OMETRIA_DOMAIN_KEY: domainKey, VITE_OMETRIA_LOCATION_KEY: locationKey } = process.env
const mock = domainKey && locationKey ? undefined : await listen(createMockOmetria(), { port: mockPort })
if (mock) process.env.VITE_OMETRIA_ENDPOINT = `${mock.url}/api/track`

const vite = await createServer({ root: import.meta.dirname, server: { port: shopPort }, logLevel: 'warn' })
await vite.listen()
const shop = new URL(vite.resolvedUrls?.local[0] ?? '')

const moved = (port, usual) => (Number(port) === usual ? '' : `  (port ${usual} was taken)`)

console.log(`
  The shop     ${shop.origin}${moved(shop.port, shopPort)}
  ${
    mock
      ? `Ometria      ${mock.url}${moved(mock.port, mockPort)}, a stand-in that takes what the real one would`
      : `Ometria      the real account ${domainKey}, at ${locationKey}: what you do is sent there`
  }

  Open the shop, choose Accept, and put something in the basket: what Ometria
  receives appears beside it. Then buy it, refresh the confirmation, cancel it.

  Ctrl-C stops ${mock ? 'both' : 'it'}.
`)

// At once, whatever is still connected.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))
