import type { DefaultTheme } from 'vitepress'
import { pageOf, pagesIn, titleOf } from './pages.js'

/** An entry of the sidebar, and the file that it shows. */
export interface Item extends DefaultTheme.SidebarItem {
  file?: string
  items?: Item[]
}

const concepts = ['concepts', 'delivery']
/** In the order in which a shop meets them. A page of docs/ that is named nowhere here follows them. */
const guides = [
  ...['orders', 'baskets', 'views', 'consent', 'server', 'queue', 'adapters', 'nextjs'],
  ...['testing', 'devtools', 'doctor', 'schemas', 'migrating'],
]
const help = ['troubleshooting', 'errors']

const isIndex = (file: string) => file.endsWith('/index.md')
/** One page a starter, below the page that lists them. */
const start = pagesIn('docs/start').sort((a, b) => Number(isIndex(b)) - Number(isIndex(a)))

const doc = (name: string) => `docs/${name}.md`
const named = [...concepts, ...guides, ...help].map(doc)

const item = (file: string, text = titleOf(file)): Item => ({
  file,
  text,
  link: `/${pageOf(file)?.replace(/(index)?\.md$/, '')}`,
})

/** A group that is folded. Its heading leads to its first page: without a link it would be a button in a button. */
const folded = (text: string, files: string[]): Item => ({
  text,
  link: item(files[0] ?? '').link ?? '/',
  collapsed: true,
  items: files.map(file => item(file)),
})

const reference = (folder: string) => pagesIn(folder).filter(file => !isIndex(file))

/** Packages have their entries below them. */
function referenceItems(): Item[] {
  const top = 'apps/docs/reference'
  return reference(top).map(file => {
    const folder = file.replace(/\.md$/, '')
    const entries = [...reference(folder), ...reference(`${folder}/devtools`)].sort()
    return {
      ...item(file),
      ...(entries.length > 0 && { collapsed: true, items: entries.map(entry => item(entry)) }),
    }
  })
}

/** The whole site, group by group. What stands in a folder is there by itself. */
export const sidebar = (): Item[] => [
  {
    text: 'Start',
    items: [item('README.md', 'Overview'), ...start.map(file => item(file))],
  },
  { text: 'Concepts', items: concepts.map(doc).map(file => item(file)) },
  {
    text: 'Guides',
    items: [...guides.map(doc), ...pagesIn('docs').filter(file => !named.includes(file))].map(file =>
      item(file),
    ),
  },
  folded('Recipes', pagesIn('docs/recipes')),
  { text: 'When something is wrong', items: help.map(doc).map(file => item(file)) },
  { text: 'Reference', items: [item('apps/docs/reference/index.md', 'All entries'), ...referenceItems()] },
  folded(
    'Packages',
    ['react', 'headless', 'queue', 'adapters', 'mock', 'doctor'].map(name => `packages/${name}/README.md`),
  ),
  {
    text: 'The project',
    items: [
      item('bench/results.md'),
      item('CONTRIBUTING.md'),
      { text: 'For language models', link: '/llms.txt', target: '_self' },
    ],
  },
  folded('Decisions', pagesIn('docs/decisions')),
]

/** The files of a group's pages, in its order. */
export const filesOf = (item: Item): string[] => [
  ...(item.file ? [item.file] : []),
  ...(item.items ?? []).flatMap(filesOf),
]
