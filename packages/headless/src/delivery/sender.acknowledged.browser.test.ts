import { beforeEach, describe, expect, test, vi } from 'vitest'
import { added, endpoint, hurry, idle, mock, openPage, placed, tried } from '../../test/page.js'
import { openTab } from '../../test/tab.js'
import { deliveredUnheard } from './settlement.js'
import { settled } from './stored-entry.js'

beforeEach(hurry)

/** A relay of the shop's own, whose cookies the page can read. */
const relay = () => new URL(endpoint()).pathname + new URL(endpoint()).search

/** A page that goes away while its request is under way. */
async function leaveInFlight(at: string) {
  mock.faults.push({ hang: true })
  const { client, close } = await openTab(at)
  void client.track(placed('1'))
  await vi.waitFor(() => expect(tried()).toEqual(['1']))
  close()
}

const acknowledge = (requestId: string) => {
  for (const id of ['another', requestId]) document.cookie = `ometria_ack_${id}=1; Path=/`
}

describe('what a relay says arrived after its page had gone', () => {
  test('is not sent again, and counts as delivered', async () => {
    await leaveInFlight(relay())
    acknowledge('order-add-1')
    const { client, activities } = openPage({ endpoint: relay() })
    await vi.waitFor(() => expect(activities).toMatchObject([{ type: 'delivered' }]))
    expect(await client.track(placed('1'))).toEqual({ status: 'duplicate', request_id: 'order-add-1' })
    expect(tried()).toEqual(['1'])
  })

  test('may come while the next page is open', async () => {
    await leaveInFlight(relay())
    const { client, activities } = openPage({ endpoint: relay() })
    expect(await client.track(added('a'))).toMatchObject({ status: 'delivered' })
    acknowledge('order-add-1')
    await vi.waitFor(
      () => expect(activities.at(-1)).toMatchObject({ type: 'delivered', request_id: 'order-add-1' }),
      { timeout: 3000 },
    )
    expect(tried()).toEqual(['1', 'a'])
  })

  test('is sent again where the relay says nothing for as long as a request may take', async () => {
    await leaveInFlight(relay())
    openPage({ endpoint: relay(), delivery: { timeoutMs: 300 } })
    await vi.waitFor(() => expect(mock.events).toMatchObject([placed('1')]), { timeout: 3000 })
    expect(tried()).toEqual(['1', '1'])
  })
})

test('a tab that was there all along waits for the relay’s word too', async () => {
  const { client } = openPage({ endpoint: relay() })
  await client.track(added('a'))
  mock.faults.push({ hang: true })
  const leaving = await openTab(relay())
  void leaving.client.track(placed('1'))
  await vi.waitFor(() => expect(tried()).toEqual(['a', '1']))
  leaving.hide()
  leaving.close()
  await client.flush()
  acknowledge('order-add-1')
  await idle()
  await client.flush()
  expect(tried()).toEqual(['a', '1'])
})

test('Ometria itself sets no cookie here: what was under way is sent again at once', async () => {
  await leaveInFlight(endpoint())
  acknowledge('order-add-1')
  openPage()
  await vi.waitFor(() => expect(tried()).toEqual(['1', '1']))
})

test('the relay’s cookie goes with consent', async () => {
  acknowledge('order-add-1')
  const { client } = openPage({ endpoint: relay() })
  client.setConsent('denied')
  await idle()
  expect(document.cookie).toBe('')
})

test('a basket event under way waits for the relay’s word too', async () => {
  mock.faults.push({ hang: true, accept: true })
  const { client, close } = await openTab(relay())
  void client.track(added('a'))
  await vi.waitFor(() => expect(tried()).toEqual(['a']))
  close()
  const { activities } = openPage({ endpoint: relay() })
  await idle()
  acknowledge(Object(mock.attempts[0]?.body).request_id)
  await vi.waitFor(() => expect(activities).toMatchObject([{ type: 'delivered' }]), { timeout: 3000 })
  expect(tried()).toEqual(['a'])
})

test('an acknowledgement that was heard is gone: it travels with the shop’s requests no longer', async () => {
  await leaveInFlight(relay())
  acknowledge('order-add-1')
  const { activities } = openPage({ endpoint: relay() })
  await vi.waitFor(() => expect(activities).toMatchObject([{ type: 'delivered' }]))
  expect(document.cookie).not.toContain('ometria_ack_order-add-1')
})

test('a request that another tab settled meanwhile is not noted as under way', async () => {
  mock.faults.push({ hang: true })
  const { client, hide } = await openTab(relay())
  void client.track(placed('1'))
  await vi.waitFor(() => expect(tried()).toEqual(['1']))
  const key = Object.keys(localStorage).find(key => key.endsWith('order-add-1')) ?? ''
  const claim = settled(1, deliveredUnheard)
  localStorage.setItem(key, claim)
  hide()
  expect(localStorage.getItem(key)).toBe(claim)
})
