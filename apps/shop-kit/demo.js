import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'
import { startDocs } from './start-docs.js'

const mockPort = 4010

/**
 * Starts a shop for people to try, with a mock of Ometria beside it unless there are an account's keys, and says where.
 *
 * @param {{
 *   keys: { domainKey: string | undefined, locationKey: string | undefined },
 *   port: number,
 *   start: (mockUrl: string | undefined) => Promise<URL>,
 * }} shop
 */
export async function demo({ keys: { domainKey, locationKey }, port, start }) {
  const mock = domainKey && locationKey ? undefined : await listen(createMockOmetria(), { port: mockPort })
  const shop = await start(mock?.url)
  const docs = await startDocs()

  console.log(`
  Shop     ${shop.origin}${instead(Number(shop.port), port)}
  Docs     ${docs}   in half a minute
  ${mock ? `Mock     ${mock.url}${instead(mock.port, mockPort)}` : `Account  ${domainKey}, ${locationKey}: a real one`}

  Open the shop, choose Accept, and put something in the basket. ${
    mock
      ? `What Ometria receives
  appears beside the shop, and on the mock's own page, where it can be made to fail.`
      : 'All you do is sent there.'
  } The button “Ometria” in the corner opens the devtools.

  Ctrl-C stops everything.
`)

  // At once, whatever is still connected.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit())
}

/** @param {number} port @param {number} usual */
const instead = (port, usual) => (port === usual ? '' : `   (${usual} was taken)`)
