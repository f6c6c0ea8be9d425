import basketAdd from 'ometria-mock/fixtures/basket-add.json' with { type: 'json' }
import orderAdd from 'ometria-mock/fixtures/order-add.json' with { type: 'json' }
import orderCancel from 'ometria-mock/fixtures/order-cancel.json' with { type: 'json' }
import { StrictMode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { render, renderHook } from 'vitest-browser-react'
import {
  OmetriaRejectedError,
  OmetriaValidationError,
  type UseTrackBasketOptions,
  useTrackBasket,
  useTrackOrder,
  useTrackView,
} from './index.js'
import { added, arrived, mock, order, Shop } from './page.test-setup.js'

const delivered = expect.objectContaining({ status: 'delivered' })

const basket = async (options?: UseTrackBasketOptions) =>
  renderHook(() => useTrackBasket(options), { wrapper: Shop })

describe('the reference’s own examples arrive as they stand', () => {
  const whole = (context = {}) => ({
    request_id: expect.any(String),
    user: { uid: expect.any(String), sid: expect.any(String) },
    context: { page_url: location.href, user_agent: navigator.userAgent, ...context },
  })

  test('through useTrackBasket', async () => {
    const { result } = await basket()
    await result.current.mutateAsync({ action: 'add', data: basketAdd.data, context: basketAdd.context })
    expect(mock.events).toEqual([{ ...basketAdd, ...whole(basketAdd.context) }])
  })

  test('through useTrackOrder', async () => {
    const { result } = await renderHook(() => useTrackOrder(), { wrapper: Shop })
    await result.current.mutateAsync({ action: 'add', data: orderAdd.data })
    await result.current.mutateAsync({ action: 'cancel', data: orderCancel.data })
    expect(mock.events).toEqual([
      { ...orderAdd, ...whole() },
      { ...orderCancel, ...whole() },
    ])
  })
})

test('useTrackView tracks a view, with or without anything else', async () => {
  const { result } = await renderHook(() => useTrackView(), { wrapper: Shop })
  await result.current.mutateAsync({})
  await result.current.mutateAsync({ action: 'search', data: { term: 'dress' }, context: { product: 'a' } })
  expect(mock.events).toMatchObject([
    { scope: 'view', action: 'view', data: {} },
    { scope: 'view', action: 'search', data: { term: 'dress' }, context: { product: 'a' } },
  ])
})

test('useTrackOrder places an order once, and returns parts of it as often as they come back', async () => {
  const { result } = await renderHook(() => useTrackOrder(), { wrapper: Shop })
  const returned = {
    action: 'return' as const,
    data: { order_id: 'ABC-123', order_lines: [{ product_id: 'abc', quantity: 1 }] },
  }
  expect(await result.current.mutateAsync({ action: 'add', data: order() })).toEqual(delivered)
  expect(await result.current.mutateAsync({ action: 'add', data: order() })).toMatchObject({
    status: 'duplicate',
  })
  expect(await result.current.mutateAsync(returned)).toEqual(delivered)
  expect(await result.current.mutateAsync(returned)).toEqual(delivered)
})

describe('a mutation', () => {
  test('is pending until the event is delivered, and has the receipt for its data', async () => {
    mock.faults.push({ delay: 50 })
    const { result } = await basket()
    expect(result.current).toMatchObject({ status: 'idle', data: undefined })
    result.current.mutate(added('a'))
    await vi.waitFor(() => expect(mock.attempts).toHaveLength(1))
    expect(result.current).toMatchObject({ isPending: true, variables: added('a') })
    await vi.waitFor(() =>
      expect(result.current).toMatchObject({ status: 'success', data: delivered, error: null }),
    )
  })

  test('stays pending while the event is tried again', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.05)
    mock.faults.push({ status: 500, times: 2 })
    const { result } = await basket()
    result.current.mutate(added('a'))
    await vi.waitFor(() => expect(mock.attempts).toHaveLength(2))
    expect(result.current).toMatchObject({ isPending: true, failureCount: 0 })
    await vi.waitFor(() => expect(result.current).toMatchObject({ status: 'success' }))
    expect(mock.attempts).toHaveLength(3)
  })

  test('has the error of what Ometria refused', async () => {
    mock.faults.push({ status: 422, body: { why: 'so' } })
    const { result } = await basket()
    await expect(result.current.mutateAsync(added('a'))).rejects.toBeInstanceOf(OmetriaRejectedError)
    await vi.waitFor(() =>
      expect(result.current).toMatchObject({ status: 'error', error: { status: 422, body: { why: 'so' } } }),
    )
  })

  test('has the error of what is wrong; mutate throws nothing', async () => {
    const { result } = await basket()
    result.current.mutate({ action: 'add', data: { product_id: '', quantity: -1 } })
    await vi.waitFor(() => expect(result.current.error).toBeInstanceOf(OmetriaValidationError))
    expect(result.current.error).toMatchObject({
      issues: [{ path: 'data.product_id' }, { path: 'data.quantity' }],
    })
    expect(mock.attempts).toEqual([])
  })

  test('can be reset while its event goes out all the same', async () => {
    mock.faults.push({ delay: 50 })
    const { result } = await basket()
    result.current.mutate(added('a'))
    await vi.waitFor(() => expect(result.current.isPending).toBe(true))
    result.current.reset()
    await vi.waitFor(() => expect(result.current).toMatchObject({ status: 'idle', variables: undefined }))
    await vi.waitFor(() => expect(arrived()).toEqual(['a']))
    expect(result.current.status).toBe('idle')
  })

  test('that was unmounted in flight delivers its event and tells the hook’s options', async () => {
    mock.faults.push({ delay: 50 })
    const [onSuccess, onSettled] = [vi.fn(), vi.fn()]
    const { result, unmount } = await basket({
      onSuccess: receipt => onSuccess(receipt),
      onSettled: receipt => onSettled(receipt),
    })
    result.current.mutate(added('a'))
    await vi.waitFor(() => expect(mock.attempts).toHaveLength(1))
    await unmount()
    await vi.waitFor(() => expect(onSuccess).toHaveBeenCalledExactlyOnceWith(delivered))
    expect(onSettled).toHaveBeenCalledExactlyOnceWith(delivered)
  })

  test('sends an event once for each call, in StrictMode too', async () => {
    const { result } = await renderHook(() => useTrackBasket(), {
      wrapper: ({ children }) => (
        <StrictMode>
          <Shop>{children}</Shop>
        </StrictMode>
      ),
    })
    for (const id of ['a', 'b', 'a']) result.current.mutate(added(id))
    await vi.waitFor(() => expect(arrived()).toEqual(['a', 'b', 'a']))
    await vi.waitFor(() => expect(result.current.data).toEqual(delivered))
  })

  test('of a scope that was slipped in keeps the hook’s own', async () => {
    const { result } = await basket()
    await result.current.mutateAsync(Object.assign({ scope: 'order' }, added('a')))
    expect(mock.events).toMatchObject([{ scope: 'basket' }])
  })
})

describe('the options', () => {
  test('are told of a delivery in react-query’s order', async () => {
    const heard: string[] = []
    const { result } = await basket({
      onMutate: () => void heard.push('onMutate'),
      onSuccess: () => void heard.push('onSuccess'),
      onError: () => void heard.push('onError'),
      onSettled: () => void heard.push('onSettled'),
    })
    await result.current.mutateAsync(added('a'), { onSuccess: () => void heard.push('own onSuccess') })
    await vi.waitFor(() => expect(heard).toEqual(['onMutate', 'onSuccess', 'onSettled', 'own onSuccess']))
  })

  test('are told of a failure, with what onMutate gave them', async () => {
    const onError = vi.fn()
    const { result } = await renderHook(
      () =>
        useTrackBasket({
          onMutate: variables => ({ undo: variables.data.product_id }),
          onError: (error, _, given) => onError(error.code, given?.undo),
        }),
      { wrapper: Shop },
    )
    mock.faults.push({ status: 400 })
    await result.current.mutateAsync(added('a')).catch(() => {})
    expect(onError).toHaveBeenCalledExactlyOnceWith('rejected', 'a')
  })
})

test('the functions keep their identity from render to render and from state to state', async () => {
  const { result, rerender } = await basket({ onSuccess: () => {} })
  const { mutate } = result.current
  await rerender()
  expect(result.current.mutate).toBe(mutate)
  await result.current.mutateAsync(added('a'))
  await vi.waitFor(() => expect(result.current.isSuccess).toBe(true))
  expect(result.current.mutate).toBe(mutate)
})

test('what is tracked in a layout effect or on the first click finds its client', async () => {
  const { getByRole } = await render(
    <Shop>
      <AddToBasket />
    </Shop>,
  )
  await getByRole('button').click()
  await expect.element(getByRole('status')).toHaveTextContent('delivered')
  expect(arrived()).toEqual(['abc'])
})

function AddToBasket() {
  const { mutate, data, isPending } = useTrackBasket()
  return (
    <>
      <button type="button" disabled={isPending} onClick={() => mutate(added('abc'))}>
        Add to basket
      </button>
      <output>{data?.status}</output>
    </>
  )
}
