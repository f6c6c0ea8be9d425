import { Fragment } from 'react'
import { createRoot } from 'react-dom/client'
import { order } from './order.js'

/** @typedef {{ tracking: number, others: number }} Renders */
/** @typedef {(order: object) => unknown} Track */

/**
 * A React page of so many components, one of which tracks, and all of which count how often they render.
 *
 * @param {number} size
 * @param {object} contender
 * @param {() => void} contender.start
 * @param {Track} contender.track
 * @param {import('react').ComponentType<import('react').PropsWithChildren>} [contender.Providers]
 * @param {() => Track} [contender.useTrack]
 */
export function renderBigPage(size, { start, track, Providers = Fragment, useTrack = () => track }) {
  const renders = { tracking: 0, others: 0 }
  /** @type {{ current: Track }} */
  const latest = { current: track }
  // What knows no React starts beside the page.
  if (Providers === Fragment) start()

  /** Tracks so many orders, each in a task of its own, and counts anew. */
  async function trackOneByOne(/** @type {string} */ prefix, /** @type {number} */ count) {
    Object.assign(renders, { tracking: 0, others: 0 })
    for (let tracked = 0; tracked < count; tracked++) {
      latest.current(order(`${prefix}_${tracked}`))
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }

  window.bigPage = { trackOneByOne, renders }
  createRoot(document.body).render(
    <Providers>
      <Tracking renders={renders} latest={latest} useTrack={useTrack} />
      {Array.from({ length: size - 1 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
        <Other key={index} renders={renders} />
      ))}
    </Providers>,
  )
}

/** @param {{ renders: Renders, latest: { current: Track }, useTrack: () => Track }} props */
function Tracking({ renders, latest, useTrack }) {
  renders.tracking++
  latest.current = useTrack()
  return <i>Confirmation</i>
}

/** @param {{ renders: Renders }} props */
function Other({ renders }) {
  renders.others++
  return <b>Product</b>
}
