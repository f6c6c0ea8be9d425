import { QueryClient, QueryClientProvider, useIsMutating } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useTrackBasket, useTrackOrder, useTrackView } from './index.js'
import { added, idle, mock, order, Shop } from './page.test-setup.js'

/** An app with react-query of its own, set up in ways that must not reach tracking. */
const app = new QueryClient()

beforeEach(() => {
  app.clear()
  app.setDefaultOptions({})
})

const inApp = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={app}>
    <Shop>{children}</Shop>
  </QueryClientProvider>
)

const seen = () => app.getMutationCache().getAll()

describe('the app’s QueryClient', () => {
  test('sees every mutation under a key of its scope', async () => {
    const { result } = await renderHook(
      () => ({ basket: useTrackBasket(), order: useTrackOrder(), view: useTrackView() }),
      { wrapper: inApp },
    )
    await result.current.basket.mutateAsync(added('a'))
    await result.current.order.mutateAsync({ action: 'add', data: order() })
    await result.current.view.mutateAsync({})
    expect(seen().map(({ options, state }) => [options.mutationKey, state.status])).toEqual([
      [['ometria', 'basket'], 'success'],
      [['ometria', 'order'], 'success'],
      [['ometria', 'view'], 'success'],
    ])
  })

  test('can tell that something is under way', async () => {
    mock.faults.push({ delay: 50 })
    const { result } = await renderHook(
      () => ({ basket: useTrackBasket(), busy: useIsMutating({ mutationKey: ['ometria'] }) }),
      { wrapper: inApp },
    )
    result.current.basket.mutate(added('a'))
    await vi.waitFor(() => expect(result.current.busy).toBe(1))
    await vi.waitFor(() => expect(result.current.busy).toBe(0))
  })

  test('hands on the meta of the options', async () => {
    const { result } = await renderHook(() => useTrackBasket({ meta: { from: 'listing' } }), {
      wrapper: inApp,
    })
    await result.current.mutateAsync(added('a'))
    expect(seen()[0]?.meta).toEqual({ from: 'listing' })
  })

  test('is used where it stands below the provider too', async () => {
    const below = ({ children }: { children: ReactNode }) => (
      <Shop>
        <QueryClientProvider client={app}>{children}</QueryClientProvider>
      </Shop>
    )
    const { result } = await renderHook(() => useTrackBasket(), { wrapper: below })
    await result.current.mutateAsync(added('a'))
    expect(seen()).toHaveLength(1)
  })

  test('has no need to be there: the provider brings its own, which the app does not see', async () => {
    const { result } = await renderHook(() => useTrackBasket(), { wrapper: Shop })
    expect(await result.current.mutateAsync(added('a'))).toMatchObject({ status: 'delivered' })
    expect(seen()).toEqual([])
  })
})

describe('the app’s defaults do not reach tracking:', () => {
  test('retry', async () => {
    app.setDefaultOptions({ mutations: { retry: 3, retryDelay: 0 } })
    mock.faults.push({ status: 400, times: 4 })
    const { result } = await renderHook(() => useTrackBasket(), { wrapper: inApp })
    await expect(result.current.mutateAsync(added('a'))).rejects.toMatchObject({ code: 'rejected' })
    expect(mock.attempts).toHaveLength(1)
  })

  test('networkMode, which would hold events back while the browser says it is offline', async () => {
    app.setDefaultOptions({ mutations: { networkMode: 'online' } })
    const { result } = await renderHook(() => useTrackBasket(), { wrapper: inApp })
    dispatchEvent(new Event('offline'))
    expect(await result.current.mutateAsync(added('a'))).toMatchObject({ status: 'delivered' })
    dispatchEvent(new Event('online'))
  })

  test('throwOnError, which would take the page down', async () => {
    app.setDefaultOptions({ mutations: { throwOnError: true } })
    const { result } = await renderHook(() => useTrackBasket(), {
      wrapper: ({ children }) => <Boundary>{inApp({ children })}</Boundary>,
    })
    result.current.mutate({ action: 'add', data: { product_id: '', quantity: 1 } })
    await vi.waitFor(() => expect(result.current.isError).toBe(true))
    expect(fallen).not.toHaveBeenCalled()
  })

  test('a shop that wants its error boundary to know may say so at the hook', async () => {
    const { result } = await renderHook(() => useTrackBasket({ throwOnError: true }), {
      wrapper: ({ children }) => <Boundary>{inApp({ children })}</Boundary>,
    })
    result.current.mutate({ action: 'add', data: { product_id: '', quantity: 1 } })
    await vi.waitFor(() => expect(fallen).toHaveBeenCalledOnce())
    vi.mocked(console.error).mockClear()
    await idle()
  })
})

const fallen = vi.fn()
beforeEach(() => {
  fallen.mockClear()
})

class Boundary extends Component<{ children: ReactNode }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override componentDidCatch(error: unknown) {
    fallen(error)
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}
