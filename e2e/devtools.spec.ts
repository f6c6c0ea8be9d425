import { build } from 'vite'
import { expect, test } from 'vitest'
import { setStage } from './stage.js'

/** The page under a strict content security policy. */
const strict = '/strict'
const stage = setStage({
  [strict]: async (_, response) => {
    response.setHeader('content-security-policy', `default-src 'self'; require-trusted-types-for 'script'`)
    response.setHeader('content-type', 'text/html')
    const page = await fetch(new URL(stage.url()))
    response.end(await page.text())
  },
})

/** What a shop's production build makes of these lines, in bytes and as text. */
async function built(lines: string) {
  process.env.NODE_ENV = 'production'
  const id = `${import.meta.dirname}/shop.js`
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rollupOptions: { input: id } },
    plugins: [
      { name: 'shop', resolveId: from => (from === id ? id : null), load: of => (of === id ? lines : null) },
    ],
  })
  const outputs = [result].flat().flatMap(each => ('output' in each ? each.output : []))
  return outputs.map(each => (each.type === 'chunk' ? each.code : '')).join('')
}

/** Runs in the page before any other script. The page's own icon is refused, too. */
function noteRefusals() {
  const refused: string[] = []
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    if (violatedDirective !== 'img-src') refused.push(`${violatedDirective}: ${blockedURI}`)
  })
  Object.assign(window, { refused })
}

const shop = (imports: string, devtools: string) => `
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { OmetriaProvider } from 'ometria-react'
${imports}
const props = { endpoint: '/api/ometria', consent: 'granted' }
createRoot(document.body).render(createElement(OmetriaProvider, props, ${devtools}))`

test('in a production build nothing is left of the devtools but an empty component, and not a byte of guarded ones', async () => {
  const without = await built(shop('', 'null'))
  const devtools = `import { OmetriaDevtools } from 'ometria-react/devtools'`
  const rendered = await built(shop(devtools, 'createElement(OmetriaDevtools)'))
  expect(rendered).not.toContain('ometria-devtools')
  expect(rendered.length - without.length).toBeLessThan(60)
  const guarded = `process.env.NODE_ENV === 'development' ? createElement(OmetriaDevtools) : null`
  expect(await built(shop(devtools, guarded))).toBe(without)
})

test('under a strict content security policy #om_debug opens the devtools, with their styles', async () => {
  const visitor = await stage.visitor()
  await visitor.addInitScript(noteRefusals)
  const page = await visitor.newTab()
  const query = new URL(stage.url({ scene: 'devtools', endpoint: stage.relay })).search
  await page.goto(`${new URL(stage.url()).origin}${strict}${query}#om_debug`)
  const panel = () =>
    page.evaluate(() => {
      const host = document.querySelector('[data-ometria-devtools]')
      const panel = host?.shadowRoot?.querySelector('[aria-label="Ometria devtools"]')
      return panel && { text: panel.textContent, display: getComputedStyle(panel).display }
    })
  await expect.poll(panel, { timeout: 5_000 }).toEqual({
    text: expect.stringMatching(/order add\D*1 · 1 line · £49.99delivered/),
    display: 'flex',
  })
  expect(await page.evaluate(() => Object(window).refused)).toEqual([])
})

test('a shopper sees no devtools', async () => {
  const page = await stage.open({ scene: 'devtools' })
  await expect.poll(() => stage.mock.events.length).toBe(1)
  expect(await page.evaluate(() => document.querySelector('[data-ometria-devtools]'))).toBe(null)
})
