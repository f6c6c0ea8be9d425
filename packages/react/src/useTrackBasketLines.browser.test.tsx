import {
  QueryClient,
  QueryClientProvider,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { Activity, type ReactNode, StrictMode, startTransition, useOptimistic, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { type BasketLine, type UseTrackBasketLinesOptions, useTrackBasketLines } from './index.js'
import { endpoint, fetchMock, mock, quiet, Shop } from './page.test-setup.js'

const line = (product_id: string, quantity = 1): BasketLine => ({ product_id, quantity })

interface BasketProps extends UseTrackBasketLinesOptions {
  lines: BasketLine[] | null | undefined
}

function Basket({ lines, ...options }: BasketProps) {
  useTrackBasketLines(lines, options)
  return null
}

/** New objects each time, as a shop's own code makes them. */
const shop = (lines: BasketLine[] | undefined, options: UseTrackBasketLinesOptions = {}) => (
  <Shop>
    <Basket lines={lines?.map(line => ({ ...line }))} {...options} />
  </Shop>
)

const strictly = (ui: ReactNode) => <StrictMode>{ui}</StrictMode>

/** What arrived, when all is still: `add a 2`. */
async function arrived() {
  await quiet()
  expect(mock.rejected).toEqual([])
  return mock.events.map(({ action, data }) => `${action} ${data.product_id} ${data.quantity}`)
}

test('what is added and removed arrives once, in StrictMode too', async () => {
  const { rerender } = await render(strictly(shop(undefined)))
  await rerender(strictly(shop([line('a')])))
  expect(await arrived()).toEqual([])
  await rerender(strictly(shop([line('a', 3), line('b')])))
  expect(await arrived()).toEqual(['add a 2', 'add b 1'])
  await rerender(strictly(shop([line('b')])))
  expect(await arrived()).toEqual(['add a 2', 'add b 1', 'remove a 3'])
})

test('a thousand renders without a change write nothing', async () => {
  const { rerender } = await render(shop([line('a')]))
  await quiet()
  const written = [vi.spyOn(Storage.prototype, 'setItem'), vi.spyOn(document, 'cookie', 'set')]
  const timers = vi.spyOn(window, 'setTimeout')
  const locks = vi.spyOn(navigator.locks, 'request')
  for (let n = 0; n < 1_000; n++) await rerender(shop([line('a')]))
  for (const write of written) expect(write).not.toHaveBeenCalled()
  expect(timers.mock.calls.filter(([, ms]) => ms === 250)).toEqual([])
  expect(locks).not.toHaveBeenCalled()
  expect(await arrived()).toEqual([])
})

test('a component that is mounted anew says nothing twice', async () => {
  const { rerender } = await render(shop([]))
  await quiet()
  await rerender(shop([line('a')]))
  await rerender(<Shop />)
  for (let n = 0; n < 3; n++) {
    await rerender(shop([line('a')]))
    await rerender(<Shop />)
  }
  expect(await arrived()).toEqual(['add a 1'])
})

test('a basket that changed and is taken away at once is tracked all the same', async () => {
  const { rerender, unmount } = await render(shop([]))
  await quiet()
  await rerender(shop([line('a')]))
  await unmount()
  expect(await arrived()).toEqual(['add a 1'])
})

test('hidden by <Activity>: counts when it is revealed, however often', async () => {
  const ui = (mode: 'visible' | 'hidden', lines: BasketLine[]) =>
    strictly(
      <Shop>
        <Activity mode={mode}>
          <Basket lines={lines} />
        </Activity>
      </Shop>,
    )
  const { rerender } = await render(ui('visible', []))
  await quiet()
  await rerender(ui('hidden', [line('a')]))
  expect(await arrived()).toEqual([])
  for (let n = 0; n < 3; n++) {
    await rerender(ui('visible', [line('a')]))
    await rerender(ui('hidden', [line('a')]))
  }
  expect(await arrived()).toEqual(['add a 1'])
})

test('another basketId is another basket', async () => {
  const { rerender } = await render(shop([line('a')], { basketId: 'one' }))
  await quiet()
  await rerender(shop([], { basketId: null }))
  await rerender(shop([line('b')], { basketId: 'two' }))
  expect(await arrived()).toEqual(['add b 1'])
})

test('events have the context of the render that changed the basket', async () => {
  const { rerender } = await render(shop([], { context: { page: 'list' } }))
  await quiet()
  await rerender(shop([], { context: { page: 'product' } }))
  await rerender(shop([line('a')], { context: { page: 'basket' } }))
  expect(await arrived()).toEqual(['add a 1'])
  expect(mock.events[0]?.context).toMatchObject({ page: 'basket', page_url: location.href })
})

test('two hooks with the same basket count a change once, and one that lags does not take it back', async () => {
  const ui = (mine: BasketLine[], theirs: BasketLine[]) => (
    <Shop>
      <Basket lines={mine} />
      <Basket lines={theirs} />
    </Shop>
  )
  const { rerender } = await render(ui([], []))
  await quiet()
  await rerender(ui([line('a')], []))
  await rerender(ui([line('a')], []))
  expect(await arrived()).toEqual(['add a 1'])
  await rerender(ui([line('a')], [line('a')]))
  expect(await arrived()).toEqual(['add a 1'])
})

test('consent that comes later counts what changed on the page, and consent that goes forgets the basket', async () => {
  const ui = (consent: 'pending' | 'granted' | 'denied', lines: BasketLine[]) => (
    <Shop consent={consent}>
      <Basket lines={lines} />
    </Shop>
  )
  const { rerender } = await render(ui('pending', []))
  await rerender(ui('pending', [line('a')]))
  await quiet()
  expect([localStorage.length, document.cookie]).toEqual([0, ''])
  await rerender(ui('granted', [line('a')]))
  expect(await arrived()).toEqual(['add a 1'])
  await rerender(ui('denied', [line('a')]))
  await rerender(ui('denied', [line('a'), line('b')]))
  expect(await arrived()).toEqual(['add a 1'])
  expect([localStorage.length, document.cookie]).toEqual([0, ''])
  await rerender(ui('granted', [line('a'), line('b')]))
  expect(await arrived()).toEqual(['add a 1'])
  await rerender(ui('granted', [line('a')]))
  expect(await arrived()).toEqual(['add a 1', 'remove b 1'])
})

test.each<[string, unknown[]]>([
  ['no lines', [null, undefined, 7]],
  ['amounts that are none', [{ product_id: 'a', quantity: Number.NaN }]],
  ['big integers', [{ product_id: 1n, quantity: 1n }]],
  [
    'getters that throw',
    [
      {
        get product_id() {
          throw new Error('from the shop')
        },
      },
    ],
  ],
])('%s are told to onError, and the page stands', async (_, lines) => {
  const onError = vi.fn()
  const { container } = await render(
    <Shop onError={onError}>
      <p>Shop</p>
      <Basket lines={lines as BasketLine[]} />
    </Shop>,
  )
  await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(lines.length))
  for (const [error] of onError.mock.calls) expect(error.code).toBe('invalid')
  expect(container.textContent).toBe('Shop')
  expect(await arrived()).toEqual([])
})

/** A shop's server, which answers in its own time: after `refuse()`, only when it is told to. */
function createShopServer() {
  const lines = new Map<string, number>()
  let refusal: Promise<void> | undefined
  return {
    /** Gives back what lets the server answer. */
    refuse(): () => void {
      let answer = () => {}
      refusal = new Promise(resolve => {
        answer = resolve
      })
      return answer
    },
    read: async () => [...lines].map(([product_id, quantity]) => ({ product_id, quantity })),
    async add(product: string) {
      await new Promise(resolve => setTimeout(resolve, 30))
      if (refusal) {
        await refusal
        throw new Error('out of stock')
      }
      lines.set(product, (lines.get(product) ?? 0) + 1)
    },
  }
}

interface ServedProps {
  server: ReturnType<typeof createShopServer>
}

const queryKey = ['basket']

function QueriedBasket({ server }: ServedProps) {
  const queryClient = useQueryClient()
  const { data, isFetching } = useQuery({ queryKey, queryFn: server.read })
  const { mutate, isPending } = useMutation({
    mutationFn: server.add,
    onMutate: product =>
      queryClient.setQueryData<BasketLine[]>(queryKey, (lines = []) => [...lines, line(product)]),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
  useTrackBasketLines(data, { settled: !isFetching && !isPending })
  return (
    <button type="button" onClick={() => mutate('a')}>
      {data?.map(({ product_id, quantity }) => `${product_id} ${quantity}`).join(', ') || 'empty'}
    </button>
  )
}

test('a basket of React Query’s, changed before the server has answered: what the server took is tracked, once', async () => {
  const server = createShopServer()
  const queryClient = new QueryClient()
  const { getByRole } = await render(
    strictly(
      <QueryClientProvider client={queryClient}>
        <Shop>
          <QueriedBasket server={server} />
        </Shop>
      </QueryClientProvider>,
    ),
  )
  const button = getByRole('button')
  await expect.element(button).toHaveTextContent('empty')
  await quiet()
  await button.click()
  await expect.element(button).toHaveTextContent('a 1')
  // The text is there before the server has answered.
  await expect.poll(arrived).toEqual(['add a 1'])
  await queryClient.refetchQueries()
  const answer = server.refuse()
  await button.click()
  await expect.element(button).toHaveTextContent('a 1, a 1')
  answer()
  await expect.element(button).toHaveTextContent(/^a 1$/)
  expect(await arrived()).toEqual(['add a 1'])
})

function OptimisticBasket({ server }: ServedProps) {
  const [lines, setLines] = useState<BasketLine[]>([])
  const [foreseen, foresee] = useOptimistic(lines, (lines, product: string) => [...lines, line(product)])
  useTrackBasketLines(lines)
  const add = () =>
    startTransition(async () => {
      foresee('a')
      await server.add('a').catch(() => {})
      const settled = await server.read()
      startTransition(() => setLines(settled))
    })
  return (
    <button type="button" onClick={add}>
      {foreseen.length}
    </button>
  )
}

test('an optimistic basket of React’s own: what was foreseen is not tracked, what came of it is', async () => {
  const server = createShopServer()
  const { getByRole } = await render(
    <Shop>
      <OptimisticBasket server={server} />
    </Shop>,
  )
  await quiet()
  await getByRole('button').click()
  // What is foreseen shows before the server has answered.
  await expect.poll(arrived).toEqual(['add a 1'])
  const answer = server.refuse()
  await getByRole('button').click()
  await expect.element(getByRole('button')).toHaveTextContent('2')
  answer()
  expect(await arrived()).toEqual(['add a 1'])
})

test('the context’s client is the one that tracks', async () => {
  const fetch = vi.fn(fetchMock)
  const ui = (lines: BasketLine[]) => (
    <Shop fetch={fetch}>
      <Basket lines={lines} />
    </Shop>
  )
  const { rerender } = await render(ui([]))
  await rerender(ui([line('a')]))
  expect(await arrived()).toEqual(['add a 1'])
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([endpoint()])
})
