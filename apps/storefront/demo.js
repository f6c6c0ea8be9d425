import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { createServer } from 'vite'

const ports = { shop: 5173, mock: 4010 }
const { VITE_OMETRIA_DOMAIN_KEY: domainKey, VITE_OMETRIA_LOCATION_KEY: locationKey } = process.env

const mock = domainKey && locationKey ? undefined : await listen(createMockOmetria(), { port: ports.mock })
if (mock) process.env.VITE_OMETRIA_ENDPOINT = `${mock.url}/api/track`

const vite = await createServer({
  root: import.meta.dirname,
  server: { port: ports.shop },
  logLevel: 'warn',
})
await vite.listen()
const { origin, port } = new URL(vite.resolvedUrls?.local[0] ?? '')

const instead = (port, usual) => (Number(port) === usual ? '' : `   (${usual} was taken)`)

console.log(`
  Shop     ${origin}${instead(port, ports.shop)}
  ${mock ? `Mock     ${mock.url}${instead(mock.port, ports.mock)}` : `Account  ${domainKey}, ${locationKey}: a real one`}

  Open the shop, choose Accept, and put something in the basket. ${
    mock
      ? `What Ometria receives
  appears beside the shop, and on the mock's own page, where it can be made to fail.`
      : 'All you do is sent there.'
  }

  Ctrl-C stops everything.
`)

// At once, whatever is still connected.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit())
