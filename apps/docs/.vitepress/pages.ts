import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The repository. Its Markdown files are the site's pages, where they stand. */
export const repository = join(import.meta.dirname, '../../..')

/** Everything in the repository that is no page: what is left are docs/, the packages' READMEs, and the files named below. */
export const notPages = [
  '!(apps|bench|docs|packages)/**/*',
  'apps/!(docs)/**',
  'apps/docs/!(reference)/**',
  'packages/*/!(README.md)',
  'packages/*/*/**',
  '**/CHANGELOG.md',
  '*/README.md',
  '.*/**',
  'SECURITY.md',
]

const moved: readonly (readonly [RegExp, string])[] = [
  [/^README\.md$/, 'index.md'],
  [/^CONTRIBUTING\.md$/, 'contributing.md'],
  [/^bench\/results\.md$/, 'costs.md'],
  [/^docs\/(.*)\.md$/, '$1.md'],
  [/^packages\/([^/]+)\/README\.md$/, 'packages/$1.md'],
  // TypeDoc keeps the page of `ometria-headless/consent` apart from the type `Consent`.
  [/^apps\/docs\/reference\/(.*?)(-1)?\.md$/, 'reference/$1.md'],
]

/** Where a file of the repository stands on the site: `docs/consent.md` is `consent.md`. Nothing, where it is no page. */
export function pageOf(file: string): string | undefined {
  const [from, to] = moved.find(([pattern]) => pattern.test(file)) ?? []
  return from && to && existsSync(join(repository, file)) ? file.replace(from, to) : undefined
}

/** The Markdown files of a folder, without those in its folders; none where there is no such folder. */
export function pagesIn(folder: string): string[] {
  const path = join(repository, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter(name => name.endsWith('.md') && statSync(join(path, name)).isFile())
    .map(name => `${folder}/${name}`)
    .sort()
}

export const readPage = (file: string) => readFileSync(join(repository, file), 'utf8')

/** The first heading, as text. */
export const titleOf = (file: string) =>
  readPage(file)
    .match(/^# (.*)$/m)?.[1]
    ?.replaceAll(/[`\\]/g, '') ?? file
