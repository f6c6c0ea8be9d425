import { StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { type Consent, type User, useOmetria, useOmetriaUser } from './index.js'
import { idle, Shop } from './page.test-setup.js'

/** Writes down what each render saw. */
function Watcher({ seen }: { seen: (User | null)[] }) {
  seen.push(useOmetriaUser())
  return null
}

const someone = { uid: expect.stringMatching(/^\w{32}$/), sid: expect.stringMatching(/^\w{32}$/) }

test('nobody is known in the first render; then the visitor, who is in the cookies', async () => {
  const seen: (User | null)[] = []
  await render(
    <Shop>
      <Watcher seen={seen} />
    </Shop>,
  )
  await idle()
  expect([seen[0], ...new Set(seen)]).toEqual([null, null, someone])
  expect(document.cookie).toContain(seen.at(-1)?.uid)
})

test('it follows consent as it comes and goes', async () => {
  const seen: (User | null)[] = []
  const ui = (consent: Consent) => (
    <Shop consent={consent}>
      <Watcher seen={seen} />
    </Shop>
  )
  const { rerender } = await render(ui('pending'))
  await idle()
  expect([seen, document.cookie]).toEqual([[null], ''])
  await rerender(ui('granted'))
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(someone))
  await rerender(ui('denied'))
  await vi.waitFor(() => expect(seen.at(-1)).toBeNull())
  expect(document.cookie).toBe('')
})

test('it hears a consent platform that speaks up', async () => {
  let word: Consent = 'pending'
  let speak = () => {}
  const consent = {
    get: () => word,
    subscribe(listener: () => void) {
      speak = listener
      return () => {}
    },
  }
  const seen: (User | null)[] = []
  await render(
    <StrictMode>
      <Shop consent={consent}>
        <Watcher seen={seen} />
      </Shop>
    </StrictMode>,
  )
  word = 'granted'
  speak()
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(someone))
})

test('every component that asks sees the same object', async () => {
  const seen: (User | null)[] = []
  await render(
    <Shop>
      <Watcher seen={seen} />
      <Watcher seen={seen} />
    </Shop>,
  )
  await idle()
  expect([...new Set(seen)]).toEqual([null, someone])
})

test('a visitor from elsewhere is handed on', async () => {
  const user = { uid: 'theirs', sid: 'too' }
  const seen: (User | null)[] = []
  await render(
    <Shop user={user}>
      <Watcher seen={seen} />
    </Shop>,
  )
  await vi.waitFor(() => expect(seen.at(-1)).toBe(user))
})

test('what is tracked changes nothing for those who look at the visitor', async () => {
  const seen: (User | null)[] = []
  const { getByRole } = await render(
    <Shop>
      <Watcher seen={seen} />
      <Tracker />
    </Shop>,
  )
  await idle()
  const before = seen.length
  await getByRole('button').click()
  await idle()
  expect(seen).toHaveLength(before)
})

function Tracker() {
  const client = useOmetria()
  return (
    <button type="button" onClick={() => client.track({ scope: 'view' })}>
      Look
    </button>
  )
}

test('it follows the user that the shop supplies', async () => {
  const seen: (User | null)[] = []
  const ui = (uid: string) => (
    <Shop user={{ uid, sid: 's' }}>
      <Watcher seen={seen} />
    </Shop>
  )
  const { rerender } = await render(ui('a'))
  await vi.waitFor(() => expect(seen.at(-1)).toEqual({ uid: 'a', sid: 's' }))
  await rerender(ui('b'))
  await vi.waitFor(() => expect(seen.at(-1)).toEqual({ uid: 'b', sid: 's' }))
})
