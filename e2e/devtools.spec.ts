import { build } from 'vite'
import { expect, test } from 'vitest'
import { setStage } from './stage.js'

const stage = setStage()

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
  const page = await visitor.newPage()
  await page.route('**/?*', async route => {
    const response = await route.fetch()
    const policy = `default-src 'self'; require-trusted-types-for 'script'`
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
  const refused: string[] = []
  page.on('console', message => {
    if (/security policy/i.test(message.text()) && !message.text().includes('data:,'))
      refused.push(message.text())
  })
  await page.goto(`${stage.url({ scene: 'devtools', endpoint: stage.relay })}#om_debug`)
  const panel = page.getByRole('region', { name: 'Ometria devtools' })
  await expect.poll(() => panel.textContent()).toMatch(/order add\D*1 · 1 line · £49.99delivered/)
  expect(await panel.evaluate(element => getComputedStyle(element).display)).toBe('flex')
  expect(refused).toEqual([])
})

test('a shopper sees no devtools', async () => {
  const page = await stage.open({ scene: 'devtools' })
  await expect.poll(() => stage.mock.events.length).toBe(1)
  expect(await page.locator('[data-ometria-devtools]').count()).toBe(0)
})
