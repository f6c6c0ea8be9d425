import { CmpApi } from '@iabtechlabtcf/cmpapi'
import { GVL, TCModel, TCString, type VendorList } from '@iabtechlabtcf/core'
import { afterEach, expect, test, vi } from 'vitest'
import { tcf } from './tcf.js'

const vendor = 7
/** As much of a Global Vendor List as it takes to encode a choice. */
const gvl = new GVL({
  gvlSpecificationVersion: 3,
  vendorListVersion: 1,
  tcfPolicyVersion: 5,
  lastUpdated: '2026-01-01T00:00:00Z',
  purposes: Object.fromEntries([1, 2, 3, 4].map(id => [id, { id }])),
  specialPurposes: {},
  features: {},
  specialFeatures: {},
  stacks: {},
  dataCategories: {},
  vendors: {
    [vendor]: {
      id: vendor,
      purposes: [1, 3, 4],
      legIntPurposes: [],
      flexiblePurposes: [],
      specialPurposes: [],
      features: [],
      specialFeatures: [],
    },
  },
} as unknown as VendorList)

/** The visitor's choice, encoded as a platform stores it. */
function choice(purposes: number[], vendors: number[] = []): string {
  const model = new TCModel(gvl)
  model.cmpId = 31
  model.cmpVersion = 1
  model.purposeConsents.set(purposes)
  model.vendorConsents.set(vendors)
  return TCString.encode(model)
}

/** IAB's own stub, loaded by its script element. */
async function loadStub() {
  const script = document.createElement('script')
  script.src = new URL('../../node_modules/@iabtechlabtcf/stub/lib/stub.js', import.meta.url).href
  const loaded = new Promise(resolve => script.addEventListener('load', resolve))
  document.head.append(script)
  await loaded
}

/** IAB's own platform code, which takes the stub's place. */
const loadPlatform = () => new CmpApi(31, 1)

afterEach(() => {
  Reflect.deleteProperty(window, '__tcfapi')
  document.querySelector('iframe[name=__tcfapiLocator]')?.remove()
})

// The platform's code keeps its state for the page, so this test of its beginning comes first.
test('follows the visitor from before the platform is there to consent and back', async () => {
  const source = tcf()
  const listener = vi.fn()
  source.subscribe(listener)
  expect(source.get()).toBe('pending')
  await loadStub()
  const platform = loadPlatform()
  platform.update('', true)
  expect(source.get()).toBe('pending')
  expect(listener).not.toHaveBeenCalled()

  platform.update(choice([1, 3, 4]))
  expect(listener).toHaveBeenCalledTimes(1)
  expect(source.get()).toBe('granted')

  platform.update(choice([1, 3, 4]), true)
  expect(source.get()).toBe('granted')
  platform.update(choice([1, 3]))
  expect(listener).toHaveBeenCalledTimes(2)
  expect(source.get()).toBe('denied')
})

test('knows at once what the visitor chose on an earlier page', async () => {
  await loadStub()
  loadPlatform().update(choice([1, 3, 4]))
  expect(tcf().get()).toBe('granted')
})

test('grants where the GDPR does not apply', async () => {
  await loadStub()
  loadPlatform().update(null)
  expect(tcf().get()).toBe('granted')
})

test.each<[Parameters<typeof tcf>[0], number[], number[], string]>([
  [{ purposes: [1] }, [1], [], 'granted'],
  [{ purposes: [1, 2] }, [1], [], 'denied'],
  [{ vendor }, [1, 3, 4], [vendor], 'granted'],
  [{ vendor }, [1, 3, 4], [], 'denied'],
  [{ vendor }, [1, 3], [vendor], 'denied'],
])('with %j, consent to purposes %j and vendors %j is %s', async (options, purposes, vendors, word) => {
  await loadStub()
  loadPlatform().update(choice(purposes, vendors))
  expect(tcf(options).get()).toBe(word)
})

test('hears nothing more once nobody listens', async () => {
  await loadStub()
  const platform = loadPlatform()
  platform.update(choice([]))
  const source = tcf()
  const [first, second] = [vi.fn(), vi.fn()]
  const stops = [source.subscribe(first), source.subscribe(second)]
  stops[0]?.()
  platform.update(choice([1, 3, 4]))
  expect(first).not.toHaveBeenCalled()
  expect(second).toHaveBeenCalledTimes(1)
  stops[1]?.()
  platform.update(choice([]))
  expect(second).toHaveBeenCalledTimes(1)
})

test.each([
  ['is not there', undefined],
  ['is no function', {}],
  ['never answers', () => {}],
  [
    'answers that it failed',
    (_: string, __: number, callback: (data: null, success: boolean) => void) => callback(null, false),
  ],
])('stays pending where the platform %s', (_, api) => {
  Object.assign(window, { __tcfapi: api })
  expect(tcf().get()).toBe('pending')
})

test('stays pending where the platform throws', () => {
  Object.assign(window, {
    __tcfapi() {
      throw new Error('broken')
    },
  })
  const source = tcf()
  const stop = source.subscribe(() => {})
  expect(source.get()).toBe('pending')
  stop()
})
