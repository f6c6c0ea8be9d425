import { median } from './median.js'
import { ratio } from './ratio.js'
import { kB, ms } from './table.js'

/**
 * Something that each contender has more or less of; less is better, always.
 *
 * @typedef {object} Dimension
 * @property {string} name
 * @property {(id: string) => number | undefined} of a contender, where it has it
 * @property {(value: number) => string} [format]
 * @property {(id: string) => number} [besideFetch] the same as a ratio
 */

/**
 * @param {import('./measure.js').Measured} measured
 * @returns {Dimension[]}
 */
export function dimensionsOf({ sizes, loads, visits, drains, renders, heaps }) {
  const size = finder(sizes.contenders)
  const load = finder(loads)
  const visit = finder(visits)
  const rendered = finder(renders)
  const heap = finder(heaps)
  const drained = (/** @type {string} */ id, /** @type {number} */ size) =>
    drains.filter(each => each.id === id && each.size === size && each.delivered > 1)

  /**
   * @param {string} name
   * @param {(visit: (typeof visits)[number] | undefined) => number[] | undefined} pick
   */
  const visited = (name, pick) => ({
    name,
    of: (/** @type {string} */ id) => some(pick(visit(id))),
    format: ms,
    besideFetch: (/** @type {string} */ id) => ratio(pick(visit(id)) ?? [], pick(visit('fetch')) ?? []),
  })

  const perEvent = (/** @type {number} */ size) => ({
    name: `per event, of ${size} that waited`,
    of: (/** @type {string} */ id) => some(drained(id, size).map(({ perEvent }) => perEvent)),
    format: ms,
  })

  return [
    { name: 'bytes, minified', of: id => size(id)?.minified, format: kB },
    { name: 'bytes, gzip', of: id => size(id)?.gzip, format: kB },
    { name: 'bytes, brotli', of: id => size(id)?.brotli, format: kB },
    { name: 'at load: main thread', of: id => some(load(id)?.work), format: ms },
    { name: 'at load: requests', of: id => load(id)?.requests },
    { name: 'at load: bytes of these', of: id => load(id)?.bytes },
    { name: 'at load: cookies written', of: id => load(id)?.cookies },
    { name: 'at load: storage writes', of: id => load(id)?.storage },
    { name: 'at load: timers', of: id => load(id)?.timers },
    visited('the call, after a pause', visit => visit?.single.call),
    visited('the call, ten in a row', visit => visit?.burst.call),
    visited('main thread until delivered, after a pause', visit => visit?.single.work),
    visited('main thread until delivered, ten in a row', visit => visit?.burst.work),
    perEvent(10),
    perEvent(100),
    perEvent(1000),
    {
      name: 'lost of 1,000 tracked offline',
      of: id =>
        some(drains.filter(each => each.id === id && each.size === 1000).map(each => 1000 - each.delivered)),
    },
    {
      name: 'longest task while 1,000 go out',
      of: id => some(drained(id, 1000).map(({ longestTask }) => longestTask)),
      format: ms,
    },
    { name: 'renders of the tracking component, by 100 events', of: id => rendered(id)?.tracking },
    { name: 'renders of the other 499', of: id => rendered(id)?.others },
    { name: 'heap after 100 events', of: id => heap(id)?.before, format: kB },
    {
      name: 'heap growth by 1,000 more',
      of(id) {
        const { delivered = 0, before = 0, after = 0 } = heap(id) ?? {}
        return delivered > 100 ? ((after - before) / (delivered - 100)) * 1000 : undefined
      },
      format: kB,
    },
  ]
}

/** @param {number[]} [numbers] */
const some = (numbers = []) => (numbers.length ? median(numbers) : undefined)

/**
 * @template {{ id: string }} Item
 * @param {Item[]} items
 */
const finder = items => (/** @type {string} */ wanted) => items.find(({ id }) => id === wanted)
