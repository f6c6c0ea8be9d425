import { demo } from 'shop-kit/demo'
import { createServer } from 'vite'

const { VITE_OMETRIA_DOMAIN_KEY, VITE_OMETRIA_LOCATION_KEY } = process.env
const port = 5173

await demo({
  keys: { domainKey: VITE_OMETRIA_DOMAIN_KEY, locationKey: VITE_OMETRIA_LOCATION_KEY },
  port,
  async start(mockUrl) {
    if (mockUrl) process.env.VITE_OMETRIA_ENDPOINT = `${mockUrl}/api/track`
    const vite = await createServer({ root: import.meta.dirname, server: { port }, logLevel: 'warn' })
    await vite.listen()
    return new URL(vite.resolvedUrls?.local[0] ?? '')
  },
})
