import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { startUpstream } from '../runtimes/upstream.js'

/**
 * Visits the bundled shop as a shopper does. Throws where anything arrives but one add and one order, or the console has a word to say.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} script the bundle's path
 */
export async function visit(browser, script) {
  const upstream = await startUpstream()
  const shop = createServer((request, response) => {
    const isScript = request.url === '/shop.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? readFileSync(script) : html)
  })
  await new Promise(resolve => shop.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = shop.address()
  const port = typeof address === 'object' ? address?.port : ''
  const page = await browser.newPage()
  /** @type {string[]} */
  const said = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text())
  })
  page.on('pageerror', error => said.push(String(error)))
  try {
    await page.goto(`http://127.0.0.1:${port}/?endpoint=${upstream.url}/api/track`)
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('button', { name: 'Added' }).waitFor()
    // The order goes first: what was placed as the page opened has arrived when the basket's change has.
    const attempts = await (await fetch(`${upstream.url}/attempts`)).json()
    const arrived = attempts
      .map(
        (/** @type {{ body: { scope: string, action: string }, answer: number }} */ { body, answer }) =>
          `${body.scope} ${body.action} ${answer}`,
      )
      .sort()
    if (String(arrived) !== 'basket add 200,order add 200') throw new Error(`arrived: ${arrived}`)
    if (said.length > 0) throw new Error(`The console says: ${said.join('\n')}`)
  } finally {
    await page.close()
    await upstream.close()
    shop.close()
  }
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
<body><div id="shop"></div><script type="module" src="/shop.js"></script>`
