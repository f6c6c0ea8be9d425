const columns = ['starter', 'result', 'minutes (seconds of each step)', 'client JS, gzip', 'versions']

/** @param {import('./try-starter.js').Result[]} results */
export function table(results) {
  const rows = results.map(({ name, failure, seconds, bytes, versions }) => [
    name,
    failure === undefined ? 'passed' : `failed: ${failure.split('\n')[0]}`,
    `${(total(seconds) / 60).toFixed(1)} (${steps(seconds)})`,
    bytes === undefined ? '' : `+${(bytes / 1000).toFixed(1)} kB`,
    versions.join(', '),
  ])
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

const total = (/** @type {Record<string, number>} */ seconds) =>
  Object.values(seconds).reduce((sum, took) => sum + took, 0)

const steps = (/** @type {Record<string, number>} */ seconds) =>
  Object.entries(seconds)
    .map(([step, took]) => `${step} ${Math.round(took)}`)
    .join(', ')
