import { rmSync } from 'node:fs'

// `node scripts/empty.js dist`, on any system: what a source left behind that is gone must not be published.
for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true })
