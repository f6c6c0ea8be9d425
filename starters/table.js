const columns = ['starter', 'result', 'minutes', 'client JS, gzip', 'versions']

/** @param {import('./try-starter.js').Result[]} results */
export function table(results) {
  const rows = results.map(({ name, failure, seconds, bytes, versions }) => [
    name,
    failure === undefined ? 'passed' : `failed: ${failure.split('\n')[0]}`,
    (seconds / 60).toFixed(1),
    bytes === undefined ? '' : `+${(bytes / 1000).toFixed(1)} kB`,
    versions.join(', '),
  ])
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}
