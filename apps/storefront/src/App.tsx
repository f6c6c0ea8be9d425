import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { router } from './router.js'
import { Tracking } from './tracking/Tracking.js'

const queryClient = new QueryClient()

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Tracking>
        <RouterProvider router={router} />
      </Tracking>
    </QueryClientProvider>
  )
}
