import { contenders, unversioned } from './contenders.js'
import { dimensionsOf } from './dimensions.js'

const rowHeight = 26
const top = 64
const labels = 225
const barWidth = 235
/** Room for the figure beside the longest bar. */
const figureWidth = 70

const panels = [
  { dimension: 'bytes, gzip', head: 'What the page loads', note: 'minified and gzip, without React' },
  {
    dimension: 'main thread until delivered, after a pause',
    head: 'What one order takes',
    note: 'of the main thread, until it is delivered',
  },
]
const width = labels + panels.length * (barWidth + figureWidth) + 10
const height = top + contenders.length * rowHeight + 20

/**
 * Bytes and time of each contender as bars, on a ground of its own, for whatever page it is put on.
 *
 * @param {import('./measure.js').Measured} measured
 */
export function chart(measured) {
  const dimensions = dimensionsOf(measured)
  const columns = panels.map(({ dimension, ...texts }, index) => {
    const found = dimensions.find(({ name }) => name === dimension)
    if (!found) throw new Error(`There is no dimension '${dimension}' to draw.`)
    return { ...texts, x: labels + index * (barWidth + figureWidth), dimension: found }
  })
  const heads = columns.map(
    ({ x, head, note }) =>
      `<text class="head" x="${x}" y="30">${head}</text><text x="${x}" y="48">${note}</text>`,
  )
  const rows = contenders.map(({ id, name, kind }, index) => {
    const y = top + index * rowHeight
    const label = `<text x="${labels - 12}" y="${y + 16}" text-anchor="end">${unversioned(name)}</text>`
    const bars = columns.map(({ dimension, x }) => bar(dimension, id, x, y))
    return `<g class="${kind === 'ours' ? 'ours' : 'other'}">${label}${bars.join('')}</g>`
  })
  const inWords = contenders.map(
    ({ id, name }) =>
      `${unversioned(name)} ${columns.map(({ dimension }) => figure(dimension, id)).join(' and ')}`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">What tracking an order costs a page</title>
<desc id="description">Bytes loaded, and main-thread time of one order: ${inWords.join('; ')}.</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #57606a }
.ground { fill: #fff; stroke: #d0d7de }
.head { font-weight: 600; fill: #1f2328 }
.other rect { fill: #afb8c1 }
.ours rect { fill: #0969da }
.ours text { font-weight: 600; fill: #1f2328 }
@media (prefers-color-scheme: dark) {
  text { fill: #9198a1 }
  .ground { fill: #0d1117; stroke: #3d444d }
  .head, .ours text { fill: #f0f6fc }
  .other rect { fill: #656c76 }
  .ours rect { fill: #4493f8 }
}
</style>
<rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${heads.join('\n')}
${rows.join('\n')}
</svg>
`
}

/**
 * @param {import('./dimensions.js').Dimension} dimension
 * @param {string} id
 * @param {number} x
 * @param {number} y
 */
function bar(dimension, id, x, y) {
  const longest = Math.max(...contenders.map(each => dimension.of(each.id) ?? 0))
  const length = Math.max(2, ((dimension.of(id) ?? 0) / longest) * barWidth)
  return `<rect x="${x}" y="${y + 3}" width="${length.toFixed(1)}" height="18" rx="3"/>
<text x="${(x + length + 7).toFixed(1)}" y="${y + 16}">${figure(dimension, id)}</text>`
}

/**
 * @param {import('./dimensions.js').Dimension} dimension
 * @param {string} id
 */
function figure({ of, format = String }, id) {
  const value = of(id)
  return value === undefined ? 'not measured' : format(value)
}
