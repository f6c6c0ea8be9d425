import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'
import { pageOf, repository } from './pages.js'

type Token = ReturnType<MarkdownRenderer['parse']>[number]

/** Where the sources can be read, once the repository has an address. */
const sources: string | undefined = JSON.parse(
  readFileSync(join(repository, 'package.json'), 'utf8'),
).homepage?.replace(/#.*|\/$/g, '')

/**
 * A link as it stands in the repository, as the site has it: a page's address on the site, a source's address in the
 * repository. Nothing, where there is no such address.
 *
 * @param from the file that the link stands in, in the repository
 * @throws where it leads nowhere
 */
export function linkOnSite(link: string, from: string): string | undefined {
  if (/^([a-z]+:|#|\/)/.test(link)) return link
  const [path = '', hash] = link.split('#')
  const found = pointed(join(dirname(from), path))
  if (!found) throw new Error(`${from} links to ${link}, which is not there.`)
  const page = pageOf(found)
  if (page) return `/${page}${hash ? `#${hash}` : ''}`
  return sources && `${sources}/blob/main/${found}`
}

/** What a link's path points to: a file, or a folder, whose README is its page. */
function pointed(path: string): string | undefined {
  if (!existsSync(join(repository, path))) return undefined
  const readme = join(path, 'README.md')
  const isFolder = statSync(join(repository, path)).isDirectory()
  return isFolder && existsSync(join(repository, readme)) ? readme : path
}

/** Makes the links of a page the site's. A link without an address becomes the text that it stands on. */
export function linksOnSite(md: MarkdownRenderer) {
  md.core.ruler.push('links-on-site', ({ tokens, env }) => {
    const from = relative(repository, env.realPath ?? env.path)
    for (const token of tokens) if (token.children) token.children = relinked(token.children, from)
  })
}

function relinked(tokens: Token[], from: string): Token[] {
  let isDropping = false
  return tokens.filter(token => {
    if (token.type === 'link_close' && isDropping) {
      isDropping = false
      return false
    }
    const link = token.type === 'link_open' && token.attrGet('href')
    if (!link) return true
    const onSite = linkOnSite(decodeURI(link), from)
    if (onSite) token.attrSet('href', onSite)
    else isDropping = true
    return Boolean(onSite)
  })
}
