import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'

/** What a page is wrapped in. */
export const Providers = (/** @type {import('react').PropsWithChildren} */ { children }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
)

const queryClient = new QueryClient()

/** What a component tracks with. */
export const useTrack = () => useMutation({ mutationFn: post }).mutate

/** @param {object} order */
async function post(order) {
  const response = await fetch('/api/track', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scope: 'order', action: 'add', data: order }),
  })
  if (!response.ok) throw new Error(`Tracking failed with status ${response.status}.`)
  return response.json()
}

/** @type {(order: object) => void} */
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

/** @param {object} order */
export const track = order => report(order)
