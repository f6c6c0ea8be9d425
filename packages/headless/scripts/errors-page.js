import { readFileSync, writeFileSync } from 'node:fs'

// What to do about each error, for whoever has the package and not its repository. Links to other pages lead nowhere here, so
// their text stays alone.
const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
writeFileSync(
  new URL('../dist/errors.md', import.meta.url),
  page.replaceAll(/\[([^\]]+)\]\([^#)][^)]*\)/g, '$1'),
)
