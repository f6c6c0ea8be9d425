import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { OmetriaProvider, useTrackOrder } from 'ometria-react'
import { createRoot } from 'react-dom/client'

/** What a page is wrapped in. */
export const Providers = (/** @type {import('react').PropsWithChildren} */ { children }) => (
  <QueryClientProvider client={queryClient}>
    <OmetriaProvider endpoint="/api/track" consent="granted">
      {children}
    </OmetriaProvider>
  </QueryClientProvider>
)

const queryClient = new QueryClient()

/** What a component tracks with. */
export function useTrack() {
  const { mutate } = useTrackOrder()
  return (/** @type {import('ometria-react').Order} */ order) => mutate({ action: 'add', data: order })
}

/** @type {ReturnType<typeof useTrack>} */
let report

function Confirmation() {
  report = useTrack()
  return null
}

export function start() {
  createRoot(document.body).render(
    <Providers>
      <Confirmation />
    </Providers>,
  )
}

/** @param {import('ometria-react').Order} order */
export const track = order => report(order)
