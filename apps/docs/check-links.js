import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Every link of the built site leads to a page, and to a place on it. VitePress looks at pages alone.

const dist = join(import.meta.dirname, 'dist')
const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.html'))
const pages = new Map(
  names.map(name => [`/${name.replace(/(index)?\.html$/, '')}`, readFileSync(join(dist, name), 'utf8')]),
)
const ids = new Map(
  [...pages].map(([path, html]) => [
    path,
    new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
  ]),
)

const dead = []
let count = 0
for (const [path, html] of pages) {
  for (const [, href = ''] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
    const { origin, pathname, hash } = new URL(href.replaceAll('&amp;', '&'), `https://docs.example${path}`)
    if (origin !== 'https://docs.example') continue
    count++
    const place = decodeURIComponent(hash.slice(1))
    const isThere = pages.has(pathname)
      ? !place || ids.get(pathname)?.has(place)
      : existsSync(join(dist, pathname))
    if (!isThere) dead.push(`${path}: ${href}`)
  }
}

if (dead.length > 0) {
  console.error(`Links that lead nowhere:\n${[...new Set(dead)].join('\n')}`)
  process.exit(1)
}
console.log(`${count} links on ${pages.size} pages lead somewhere.`)
