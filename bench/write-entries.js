import { mkdirSync, writeFileSync } from 'node:fs'
import { byOxc, entries } from './sizes.js'

// For size-limit: each entry as a shop on Vite 8 would ship it.
const folder = `${import.meta.dirname}/node_modules/.entries`
mkdirSync(folder, { recursive: true })
for (const [name, source] of Object.entries(entries)) {
  writeFileSync(`${folder}/${name.replace(/\W+/g, ' ').trim()}.js`, await byOxc(source))
}
