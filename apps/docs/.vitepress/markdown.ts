import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SiteData } from 'vitepress'
import { linkOnSite } from './links.js'
import { pageOf, readPage, titleOf } from './pages.js'
import { filesOf, sidebar } from './sidebar.js'

/**
 * What language models read: each page's Markdown beside its HTML, `llms.txt` with a line for each page, and all pages in
 * `llms-full.txt` (https://llmstxt.org). The reference is not in the latter: it is long, and each page of it stands alone.
 */
export function writeMarkdown(outDir: string, { title, description }: SiteData) {
  const groups = sidebar().map(group => ({ text: group.text, files: filesOf(group) }))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(outDir, name)), { recursive: true })
    writeFileSync(join(outDir, name), text)
  }
  for (const file of groups.flatMap(({ files }) => files)) write(pageOf(file) ?? file, markdownOf(file))

  const lists = groups.map(({ text, files }) => `## ${text}\n\n${files.map(lineOf).join('\n')}\n`)
  write('llms.txt', `# ${title}\n\n> ${description}\n\n${lists.join('\n')}`)
  const whole = groups.filter(({ text }) => text !== 'Reference').flatMap(({ files }) => files)
  write('llms-full.txt', whole.map(file => `<!-- /${pageOf(file)} -->\n\n${markdownOf(file)}`).join('\n'))
}

const lineOf = (file: string) =>
  `- [${titleOf(file)}](/${pageOf(file)})${firstSentence(file).replace(/^(?=.)/, ': ')}`

/** A page with its links as they are on the site. Code stays as it is. */
function markdownOf(file: string): string {
  return readPage(file)
    .split(/(^```.*?^```$)/ms)
    .map(part => (part.startsWith('```') ? part : relinked(part, file)))
    .join('')
}

const relinked = (text: string, file: string) =>
  text
    .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '*Picture: $1*')
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words: string, link: string) => {
      const onSite = linkOnSite(link, file)
      return onSite ? `[${words}](${onSite})` : words
    })

/** What a page is about: the first sentence of the text below its heading, without the Markdown. */
function firstSentence(file: string): string {
  const [, paragraph = ''] = readPage(file).match(/^# [^\n]*\n\n(?![#`|-])(.*?)\n\n/ms) ?? []
  const plain = paragraph
    .replaceAll(/\[([^\]]+)\]\([^)]*\)|\*\*What\.\*\* |[`*]/g, '$1')
    .replaceAll('\n', ' ')
  return plain.match(/^.*?\.(?= |$)/)?.[0] ?? plain.replace(/:$/, '.')
}
