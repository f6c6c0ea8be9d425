import { measureQueue } from './measure.js'
import { queueTable } from './table.js'

// The queue alone: the whole bench takes it too, and writes it down.
console.log(queueTable(await measureQueue()))
process.exit()
