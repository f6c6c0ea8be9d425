import Big from 'big.js'
import { runnerImport } from 'vite'

// Every document of the tests: what the platform says was paid, and what our lines, our shipping and what by hand is on neither
// add up to.
/** @type {{ module: typeof import('../test/all-examples.js') }} */
const { module } = await runnerImport(new URL('../test/all-examples.ts', import.meta.url).pathname)

const rows = Object.entries(module.allExamples).flatMap(([platform, examples]) =>
  examples.map(({ title, total, leftOut = '0', map }) => {
    const { order_lines, order_shipping = 0, order_currency } = map()
    const ours = order_lines.reduce(
      (sum, line) => sum.plus(line.order_line_total),
      new Big(order_shipping).plus(leftOut),
    )
    const theirs = new Big(total)
    const paid = `${order_currency} ${theirs}`
    return {
      platform,
      document: title,
      'by the platform': paid,
      'by us': `${ours}`,
      difference: `${ours.minus(theirs)}`,
    }
  }),
)

const columns = /** @type {const} */ (['platform', 'document', 'by the platform', 'by us', 'difference'])
console.log(`| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`)
for (const row of rows) console.log(`| ${columns.map(column => row[column]).join(' | ')} |`)

const wrong = rows.filter(row => row.difference !== '0')
console.log(`\n${rows.length} documents, ${wrong.length} with a difference.`)
process.exitCode = wrong.length > 0 ? 1 : 0
