import axe from 'axe-core'
import { StrictMode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { OmetriaProvider, TrackOrderPlaced, useTrackBasket } from '../index.js'
import { added, endpoint, mock, order, Shop } from '../page.test-setup.js'
import { OmetriaDevtools, OmetriaDevtoolsOnDemand } from './OmetriaDevtools.js'

// Ometria's words for developers are expected here: the sums are odd, and the browser pretends to be offline.
afterEach(() => vi.mocked(console.warn).mockClear())

const Dress = () => {
  const { mutate } = useTrackBasket()
  return (
    <button type="button" onClick={() => mutate(added('dress'))}>
      Add
    </button>
  )
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const row = (text: string) => page.getByRole('button', { name: text })
const dock = () => page.getByRole('region', { name: 'Ometria devtools' })

async function shop(ui = <Dress />, consent: 'granted' | 'pending' = 'granted') {
  sessionStorage.clear()
  location.hash = ''
  const screen = await render(
    <StrictMode>
      <Shop consent={consent}>
        {ui}
        <OmetriaDevtools />
      </Shop>
    </StrictMode>,
  )
  await button('Ometria').click()
  return screen
}

test('an event is seen held, queued or sent, failing, waiting and delivered', async () => {
  await shop(<Dress />, 'pending')
  await button('Add').click()
  await expect.element(row('held for consent')).toBeVisible()
  mock.faults.push({ status: 503, retryAfter: 2 }, { hang: true })
  await page.getByLabelText('Consent').selectOptions('granted')
  await expect.element(row('waiting, tries again')).toBeVisible()
  await expect.element(dock()).toHaveTextContent('answered 503')
  mock.faults.length = 0
  await expect.element(row('basket add 1 × dress delivered')).toBeVisible()
  await expect.element(dock()).toHaveTextContent('https://mock.test/api/track')
}, 15_000)

test('an event that is opened shows its body, the answer and every attempt', async () => {
  await shop()
  await button('Add').click()
  await row('delivered').click()
  await expect.element(page.getByText('"product_id": "dress"')).toBeVisible()
  await expect.element(page.getByText('"uid":')).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Answer' })).toBeVisible()
  await expect.element(page.getByRole('listitem').filter({ hasText: /^\S+ sending$/ })).toBeVisible()
})

/** What the panel says of this: `uid`, `Consent`, `Endpoint`, … */
const fact = (name: string) =>
  dock()
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .element().nextElementSibling?.textContent

test('it shows the visitor, with where from and since when', async () => {
  await shop()
  expect(fact('Visitor')).toBe('made or read with the first event')
  await button('Add').click()
  await expect.element(row('delivered')).toBeVisible()
  const { uid } = JSON.parse(JSON.stringify(mock.events[0]?.user))
  expect(fact('uid')).toMatch(new RegExp(`^${uid} since [0-9]{2}:[0-9]{2}:[0-9]{2}$`))
  expect(fact('Ids from')).toBe('the cookie ometria_uid')
  await cleanup()
  await shop(<p>Another page</p>)
  expect(fact('uid')).toBe(`${uid} since an earlier page`)
})

test('it shows consent, and who said it', async () => {
  await shop(<Dress />, 'pending')
  expect([fact('Consent'), fact('Visitor')]).toEqual([
    'pending, said by the consent of <OmetriaProvider>',
    'nobody, without consent',
  ])
  await page.getByLabelText('Consent').selectOptions('granted')
  await expect.poll(() => fact('Consent')).toBe('granted, said by you, in these devtools')
})

test('it shows whether the endpoint is open, and since when it waits why', async () => {
  await shop()
  expect(fact('Endpoint')).toBe(`${endpoint()}: not asked yet`)
  mock.faults.push({ status: 503, retryAfter: 60, times: 1 })
  await button('Add').click()
  await expect
    .poll(() => fact('Endpoint'))
    .toMatch(/: asked to wait until [0-9]{2}:[0-9]{2}:[0-9]{2}[.] It answered 503/)
})

test('it shows which tab sends', async () => {
  await shop()
  await expect.poll(() => fact('Tab that sends')).toBe('none at the moment')
  mock.faults.push({ hang: true })
  await button('Add').click()
  await expect.poll(() => fact('Tab that sends'), { timeout: 3_000 }).toBe('this tab')
})

test('it shows where another tab sends', async () => {
  let end = () => {}
  await new Promise<void>(begun => {
    void navigator.locks.request(`ometria|lock|${endpoint()}`, () => {
      begun()
      return new Promise<void>(resolve => {
        end = resolve
      })
    })
  })
  await shop()
  await expect.poll(() => fact('Tab that sends')).toBe('another tab')
  end()
  await expect.poll(() => fact('Tab that sends'), { timeout: 3_000 }).toBe('none at the moment')
})

test('a configuration that can not work is named, with what to do', async () => {
  sessionStorage.clear()
  await render(
    <OmetriaProvider endpoint="//evil.com" consent="granted">
      <Dress />
      <OmetriaDevtools />
    </OmetriaProvider>,
  )
  await button('Ometria').click()
  await button('Add').click()
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(/Nothing can be sent: endpoint: expected a URL/)
  await row('ended: invalid').click()
  await expect.element(page.getByText(/Mend what the line above names/)).toBeVisible()
})

test('an event that failed says what to do next', async () => {
  await shop()
  mock.faults.push({ status: 422 })
  await button('Add').click()
  await row('ended: rejected').click()
  await expect.element(page.getByText(/will answer the same again/)).toBeVisible()
  await button('Send again').click()
  await expect.element(row('delivered')).toBeVisible()
})

test('sums that do not add up are asked about, and an order that comes twice is a duplicate', async () => {
  const odd = { ...order('odd'), order_total: 1 }
  await shop(
    <>
      <TrackOrderPlaced order={odd} />
      <TrackOrderPlaced order={{ ...odd, user_id: 'someone' }} />
    </>,
  )
  await expect.element(row('duplicate')).toBeVisible()
  await row('order add odd').last().click()
  await expect.element(page.getByText(/Does this add up\? data.order_total/)).toBeVisible()
})

test('what waits from an earlier page is shown, with what became of it', async () => {
  mock.faults.push({ status: 503, retryAfter: 60 })
  await shop()
  await button('Add').click()
  await expect.element(row('waiting')).toBeVisible()
  await cleanup()
  await shop(<p>Another page</p>)
  await expect.element(row('from an earlier page')).toBeVisible()
})

test('events are filtered and searched, and what is over can be cleared', async () => {
  await shop(
    <>
      <Dress />
      <TrackOrderPlaced order={order('summer-9')} />
    </>,
  )
  await button('Add').click()
  await expect.element(row('basket add 1 × dress delivered')).toBeVisible()
  await expect.element(row('order add summer-9').getByText('delivered')).toBeVisible()
  await page.getByLabelText('Search the events').fill('SUMMER')
  await expect.element(row('basket add')).not.toBeInTheDocument()
  await page.getByLabelText('Search the events').fill('')
  await page.getByLabelText('Show').selectOptions('waiting')
  await expect.element(dock()).toHaveTextContent('No event fits the filter.')
  await page.getByLabelText('Show').selectOptions('all')
  await button('Clear').click()
  await expect.element(dock()).toHaveTextContent('No event yet.')
})

test('pretending to be offline holds events up, and going online sends them', async () => {
  sessionStorage.clear()
  const fetched: string[] = []
  const online = globalThis.fetch
  globalThis.fetch = (url, init) => {
    if (!String(url).startsWith('https://mock.test')) return online(url, init)
    fetched.push(String(url))
    return mock.fetch(url, init)
  }
  await render(
    <Shop fetch={undefined}>
      <Dress />
      <OmetriaDevtools />
    </Shop>,
  )
  await button('Ometria').click()
  await button('Pretend to be offline').click()
  await button('Add').click()
  await expect.element(row('waiting')).toBeVisible()
  expect(fetched).toEqual([])
  await button('Pretend to be offline').click()
  await expect.element(row('delivered')).toBeVisible()
  globalThis.fetch = online
})

test('the keyboard alone opens, reads and closes the devtools', async () => {
  sessionStorage.clear()
  await render(
    <Shop>
      <Dress />
      <OmetriaDevtools />
    </Shop>,
  )
  const press = async (...keys: string[]) => {
    for (const key of keys) await userEvent.keyboard(`{${key}}`)
  }
  await press('Tab', 'Enter', 'Tab', 'Enter') // adds the dress, opens the devtools
  await expect.element(row('delivered')).toBeVisible()
  const focused = () => document.activeElement?.shadowRoot?.activeElement
  for (let tabs = 0; tabs < 20 && !focused()?.matches('.row'); tabs++) await press('Tab')
  await press('Enter')
  await expect.element(row('delivered')).toHaveAttribute('aria-expanded', 'true')
  await press('Tab', 'Tab', 'Tab', 'Tab')
  expect(focused()?.tagName).toBe('PRE')
  await press('Escape')
  await expect.element(dock()).not.toBeInTheDocument()
  expect(focused()?.textContent).toBe('Ometria')
})

test.each(['light', 'dark'] as const)('axe finds nothing to complain of (%s)', async theme => {
  await shop(
    <>
      <Dress />
      <TrackOrderPlaced order={{ ...order('odd'), order_total: 1 }} />
    </>,
  )
  mock.faults.push({ status: 422, times: 1, when: ({ scope }) => scope === 'basket' })
  await button('Add').click()
  await expect.element(row('ended: rejected')).toBeVisible()
  await row('ended: rejected').click()
  await row('order add').click()
  const root = document.querySelector('[data-ometria-devtools]')?.shadowRoot?.querySelector('.root')
  root?.setAttribute('data-theme', theme)
  const { violations } = await axe.run({ include: [['[data-ometria-devtools]']] })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

test('styles of the shop do not reach the devtools, and theirs do not reach the shop', async () => {
  const style = document.createElement('style')
  style.textContent =
    'button { font-size: 40px !important } section { display: none } * { color: red; font-size: 30px }'
  document.head.append(style)
  await shop(<p>Shop</p>)
  const sizeOf = (element: Element) => getComputedStyle(element).fontSize
  expect(sizeOf(button('Ometria').element())).toBe('13px')
  await expect.element(dock()).toBeVisible()
  expect(sizeOf(page.getByText('Shop').element())).toBe('30px')
  style.remove()
})

test('they are open again after a reload, and open by #om_debug', async () => {
  await shop()
  await cleanup()
  await render(
    <Shop>
      <OmetriaDevtools />
    </Shop>,
  )
  await expect.element(dock()).toBeVisible()
})

test('in production nothing is there before #om_debug stands in the address, nor after #om_debug=off', async () => {
  sessionStorage.clear()
  location.hash = ''
  const { container } = await render(
    <Shop>
      <OmetriaDevtoolsOnDemand />
    </Shop>,
  )
  expect([container.innerHTML, sessionStorage.length]).toEqual(['', 0])
  location.hash = 'om_debug'
  await expect.element(dock()).toBeVisible()
  location.hash = 'om_debug=off'
  await expect.element(dock()).not.toBeInTheDocument()
  expect(container.innerHTML).toBe('')
  location.hash = ''
})
