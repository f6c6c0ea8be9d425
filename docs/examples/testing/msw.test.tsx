// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { createMockOmetria } from 'ometria-mock'
import { OmetriaProvider } from 'ometria-react'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Dress } from './Dress.js'

const ometria = createMockOmetria()
const server = setupServer(
  http.post('https://*.ometria.services/api/track', ({ request }) =>
    // What the mock was told to drop is to MSW an error of the network.
    ometria.fetch(request).catch(() => HttpResponse.error()),
  ),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  cleanup()
  ometria.reset()
  localStorage.clear() // what waits, and which orders were placed
})
afterAll(() => server.close())

test('a dress that is put into the basket reaches Ometria after a drop and a failure', async () => {
  ometria.faults.push({ drop: true }, { status: 503 })
  render(
    <OmetriaProvider domainKey="acme" locationKey="eu" consent="granted">
      <Dress />
    </OmetriaProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Add to basket' }))
  await vi.waitFor(() => expect(ometria.events).toHaveLength(1), 10_000)
  expect(ometria.attempts.map(({ answer }) => answer)).toEqual(['drop', 503, 200])
}, 15_000)
