import { beforeEach, expect, test, vi } from 'vitest'
import { oneTrust } from './one-trust.js'

/** What OneTrust's script does when it has loaded, and whenever the visitor changes something. */
function update(groups: string, answered: boolean) {
  Object.assign(window, {
    OnetrustActiveGroups: groups,
    OneTrust: { IsAlertBoxClosed: () => answered },
  })
  window.dispatchEvent(
    new CustomEvent('OneTrustGroupsUpdated', { detail: groups.split(',').filter(Boolean) }),
  )
}

beforeEach(() => {
  for (const name of ['OnetrustActiveGroups', 'OneTrust']) Reflect.deleteProperty(window, name)
})

test('follows the visitor from the banner to consent and back, loaded later or not', () => {
  const source = oneTrust()
  const words: string[] = []
  const stop = source.subscribe(() => words.push(source.get()))
  expect(source.get()).toBe('pending')
  update(',C0001,', false)
  update(',C0001,C0004,', true)
  update(',C0001,C0002,', true)
  expect(words).toEqual(['pending', 'granted', 'denied'])
  stop()
  update(',C0001,C0004,', true)
  expect(words).toHaveLength(3)
})

test('takes a group that is active without asking as granted', () => {
  update(',C0001,C0002,C0003,C0004,', false)
  expect(oneTrust().get()).toBe('granted')
})

test('looks at the group it is told to, by its whole name', () => {
  update(',C0001,C00040,custom', true)
  expect(oneTrust().get()).toBe('denied')
  expect(oneTrust({ group: 'C0001' }).get()).toBe('granted')
  expect(oneTrust({ group: 'custom' }).get()).toBe('granted')
})

test('leaves what the page does with OptanonWrapper alone', () => {
  const OptanonWrapper = vi.fn()
  Object.assign(window, { OptanonWrapper })
  oneTrust().subscribe(() => {})()
  expect(Reflect.get(window, 'OptanonWrapper')).toBe(OptanonWrapper)
})

test.each([
  ['only its configuration is there', { OneTrust: {} }],
  ['its stub has no groups yet', { OnetrustActiveGroups: '', OneTrust: { IsAlertBoxClosed: () => false } }],
])('stays pending where %s', (_, globals) => {
  Object.assign(window, globals)
  expect(oneTrust().get()).toBe('pending')
})
