import type { UseMutationResult } from '@tanstack/react-query'
import { expectTypeOf, test } from 'vitest'
import {
  type BasketEvent,
  type BasketLine,
  createOmetriaClient,
  type OmetriaClient,
  type OmetriaError,
  OmetriaProvider,
  type Receipt,
  TrackOrderPlaced,
  TrackView,
  type User,
  useOmetria,
  useOmetriaUser,
  useTrackBasket,
  useTrackBasketLines,
  useTrackOrder,
  useTrackView,
} from './index.js'

const line = { product_id: 1, quantity: '1', order_line_total: '9.99' }
const order = { order_id: 1, order_total: '9.99', order_currency: 'USD', order_lines: [line] }

test('the hooks are mutations with a receipt, an OmetriaError, and an event less its scope', () => {
  expectTypeOf(useTrackBasket()).toEqualTypeOf<
    UseMutationResult<Receipt, OmetriaError, Omit<BasketEvent, 'scope'>, unknown>
  >()
  expectTypeOf(useTrackOrder().data).toEqualTypeOf<Receipt | undefined>()
  expectTypeOf(useTrackOrder().error).toEqualTypeOf<OmetriaError | null>()
  expectTypeOf(useTrackView().mutateAsync).returns.resolves.toEqualTypeOf<Receipt>()
  expectTypeOf(useOmetria()).toEqualTypeOf<OmetriaClient>()
  expectTypeOf(useOmetriaUser()).toEqualTypeOf<User | null>()
})

test('a basket takes add and remove of a product', () => {
  const { mutate } = useTrackBasket()
  mutate({ action: 'add', data: { product_id: 1, quantity: '2', colour: 'red' }, context: { page: 'list' } })
  mutate({ action: 'remove', data: { product_id: 'abc', quantity: 1 }, request_id: 'mine' })
  // @ts-expect-error orders are cancelled
  mutate({ action: 'cancel', data: { product_id: 'abc', quantity: 1 } })
  // @ts-expect-error how many?
  mutate({ action: 'add', data: { product_id: 'abc' } })
  // @ts-expect-error the hook's name says the scope
  mutate({ scope: 'basket', action: 'add', data: { product_id: 'abc', quantity: 1 } })
})

test('a basket’s lines are a product and how many of it, known or not', () => {
  expectTypeOf(useTrackBasketLines([])).toEqualTypeOf<void>()
  useTrackBasketLines(null)
  useTrackBasketLines(undefined, {})
  const generated: readonly { readonly product_id: number; readonly quantity: '2'; readonly gift: Date }[] =
    []
  useTrackBasketLines(generated, { settled: false, basketId: null, context: { page: 'basket' } })
  useTrackBasketLines([{ product_id: 'abc', quantity: 1 }], { settled: undefined, basketId: undefined })
  expectTypeOf<BasketLine>().toEqualTypeOf<{
    readonly product_id: string | number
    readonly quantity: string | number
  }>()
  // @ts-expect-error whether it is known has to be said
  useTrackBasketLines()
  // @ts-expect-error how many?
  useTrackBasketLines([{ product_id: 'abc' }])
  // @ts-expect-error of which product?
  useTrackBasketLines([{ product_id: null, quantity: 1 }])
  // @ts-expect-error an id is text
  useTrackBasketLines([], { basketId: 7 })
})

test('an order takes add, cancel and return, each with its own data', () => {
  const { mutate } = useTrackOrder()
  mutate({ action: 'add', data: order })
  mutate({ action: 'cancel', data: { order_id: 1 } })
  mutate({ action: 'return', data: { order_id: 1, order_lines: [{ product_id: 1, quantity: 1 }] } })
  // @ts-expect-error placed without what was bought
  mutate({ action: 'add', data: { order_id: 1 } })
  // @ts-expect-error a cancelled order is named, no more
  mutate({ action: 'cancel', data: { order_id: 1, reason: 'size' } })
  // @ts-expect-error baskets remove
  mutate({ action: 'remove', data: order })
})

test('a view takes anything, or nothing', () => {
  const { mutate } = useTrackView()
  mutate({})
  mutate({ action: 'search', data: { term: 'dress' }, context: { product: 1 } })
  // @ts-expect-error data is an object
  mutate({ data: 'dress' })
})

test('options are react-query’s own, less what tracking decides', () => {
  useTrackBasket({
    onMutate: variables => ({ id: variables.data.product_id }),
    onSuccess: (receipt, variables, given) => {
      expectTypeOf(receipt).toEqualTypeOf<Receipt>()
      expectTypeOf(variables.data.quantity).toEqualTypeOf<string | number>()
      expectTypeOf(given).toEqualTypeOf<{ id: string | number }>()
    },
    onError: error => expectTypeOf(error).toEqualTypeOf<OmetriaError>(),
    meta: { from: 'list' },
    gcTime: 0,
    throwOnError: false,
  })
  // @ts-expect-error what a mutation does is ours
  useTrackBasket({ mutationFn: async () => ({}) })
  // @ts-expect-error and its key
  useTrackBasket({ mutationKey: ['mine'] })
  // @ts-expect-error the outbox tries again
  useTrackBasket({ retry: 3 })
  // @ts-expect-error the outbox knows what offline means
  useTrackBasket({ networkMode: 'online' })
})

test('the provider takes a configuration, or a client', () => {
  const client = createOmetriaClient({ endpoint: '/api', consent: 'granted' })
  ;<OmetriaProvider domainKey="shop" locationKey="eu" consent="granted" />
  ;<OmetriaProvider endpoint="/api" consent="pending" context={{ language: 'en' }} onError={() => {}} />
  ;<OmetriaProvider client={client}>shop</OmetriaProvider>
  ;<OmetriaProvider client={undefined} endpoint="/api" consent="granted" />
  // @ts-expect-error which account?
  ;<OmetriaProvider consent="granted" />
  // @ts-expect-error the shop decides
  ;<OmetriaProvider endpoint="/api" />
  // @ts-expect-error a client has its consent already
  ;<OmetriaProvider client={client} consent="granted" />
})

test('the components take an order, and a view', () => {
  ;<TrackOrderPlaced order={order} />
  ;<TrackOrderPlaced order={null} onTracked={receipt => expectTypeOf(receipt).toEqualTypeOf<Receipt>()} />
  ;<TrackOrderPlaced order={undefined} onError={error => expectTypeOf(error).toEqualTypeOf<OmetriaError>()} />
  // @ts-expect-error an order may be on its way, and says so
  ;<TrackOrderPlaced />
  // @ts-expect-error no lines
  ;<TrackOrderPlaced order={{ order_id: 1, order_total: 1, order_currency: 'USD' }} />
  ;<TrackView />
  ;<TrackView action="search" data={{ term: 'dress' }} context={{ page: 'search' }} />
  // @ts-expect-error what was seen stands in context
  ;<TrackView product="abc" />
})
