import assert from 'node:assert/strict'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from '../e2e/chromium.js'
import { heard } from './heard.js'

const once = ['basket add 6560241647794', 'order add A-1001', 'order cancel A-1001']

/**
 * @typedef {object} Way
 * @property {string} [from]  the path of the product's page
 * @property {boolean} [banner]  the shop asks for consent first
 * @property {RegExp} [expected]  what the console says of a stand-in for a service that is out of reach
 * @property {boolean} [loadsPages]  each link loads a page, as between pages of plain HTML
 */

/**
 * A shopper's visit to a shop as the docs make it: every way to see the confirmation page again, and one order for all of that.
 *
 * @param {string} shop  its address
 * @param {string} mock  the address of the mock behind it
 * @param {Way} way
 */
export async function visit(shop, mock, { from = '/', banner = false, expected, loadsPages = false }) {
  const browser = await chromium.launch(await chromiumLaunchOptions())
  try {
    const context = await browser.newContext()
    context.setDefaultTimeout(20_000)
    const console = listenIn(context)
    const page = await context.newPage()
    const thanks = (at = page) =>
      at.getByRole('heading', { name: 'Thank you for your order A-1001' }).waitFor()

    await page.goto(shop + from, { waitUntil: 'networkidle' })
    if (banner) await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByRole('button', { name: 'Add to basket' }).click()
    await expectHeard(mock, once.slice(0, 1))

    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    await page.getByRole('link', { name: 'Buy now' }).click()
    await thanks()
    await expectHeard(mock, once.slice(0, 2))
    const same = await page.evaluate(() => 'sameDocument' in window)
    assert.equal(same, !loadsPages, 'the link stays in the same document')

    await page.reload()
    await thanks()
    await page.goBack()
    await page.getByRole('button', { name: 'Add to basket' }).waitFor()
    await page.goForward()
    await thanks()
    const second = await context.newPage()
    await second.goto(page.url())
    await thanks(second)

    await page.bringToFront()
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: 'Cancel order' }).click()
    await expectHeard(mock, once)
    // What comes twice comes within a moment.
    await new Promise(resolve => setTimeout(resolve, 1500))
    await expectHeard(mock, once)
    const unexpected = console.filter(line => !expected?.test(line))
    assert.deepEqual(unexpected, [], 'the console is empty')
  } finally {
    await browser.close()
  }
}

/** @param {import('playwright').BrowserContext} context */
function listenIn(context) {
  /** @type {string[]} */
  const said = []
  context.on('console', message => {
    if (['error', 'warning'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`)
  })
  context.on('weberror', error => said.push(`thrown: ${error.error()}`))
  return said
}

/**
 * @param {string} mock
 * @param {string[]} expected
 */
async function expectHeard(mock, expected) {
  const deadline = Date.now() + 10_000
  for (;;) {
    const { events, refused } = await heard(mock)
    // Views come when they come: what is counted here is the basket and the order.
    const counted = events.filter(event => !event.startsWith('view'))
    assert.deepEqual(refused, [], 'Ometria refused nothing')
    if (counted.length >= expected.length || Date.now() > deadline) {
      return assert.deepEqual(counted, expected, 'what Ometria has received')
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
