// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMockOmetria } from 'ometria-mock'
import { OmetriaProvider } from 'ometria-react'
import { afterEach, expect, test, vi } from 'vitest'
import { Dress } from './Dress.js'

const ometria = createMockOmetria()
afterEach(() => {
  cleanup()
  ometria.reset()
  localStorage.clear() // what waits, and which orders were placed
})

test('a dress that is put into the basket reaches Ometria', async () => {
  render(
    <OmetriaProvider endpoint="/api/track" consent="granted" fetch={ometria.fetch}>
      <Dress />
    </OmetriaProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Add to basket' }))
  await vi.waitFor(() => expect(ometria.events).toHaveLength(1), 5_000)
  expect(ometria.events).toMatchObject([{ scope: 'basket', action: 'add', data: { quantity: 1 } }])
})
