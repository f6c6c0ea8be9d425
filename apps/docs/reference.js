import { join } from 'node:path'
import { Application, Converter, ReflectionKind } from 'typedoc'
import { keepDeclaredTypes } from './declared-types.js'
import { entries } from './entries.js'

// The reference, out of the types that the packages ship: one page an entry. TypeDoc needs TypeScript 6's API, which
// TypeScript 7 does not have.

const nameOf = new Map(entries().map(({ name, types }) => [types, name]))

/** @type {import('typedoc').TypeDocOptions & import('typedoc-plugin-markdown').PluginOptions} */
const options = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: [...nameOf.keys()],
  tsconfig: join(import.meta.dirname, 'tsconfig.reference.json'),
  name: 'Reference',
  skipErrorChecking: true, // `pnpm typecheck` has done that.
  validation: { notExported: true, notDocumented: true, invalidLink: true },
  packagesRequiringDocumentation: [...new Set([...nameOf.values()].map(name => name.replace(/\/.*/, '')))],
  requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
  excludeExternals: true,
  excludePrivate: true,
  disableSources: true,
  readme: 'none',
  out: join(import.meta.dirname, 'reference'),
  groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases', 'References'],
  router: 'module',
  entryFileName: 'index',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  expandObjects: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  typeAliasPropertiesFormat: 'table',
}

const app = await Application.bootstrapWithPlugins(options)
app.converter.on(Converter.EVENT_CREATE_DECLARATION, ({ project }, reflection) => {
  if (!reflection.kindOf(ReflectionKind.Module)) return
  const file = project.getSymbolIdFromReflection(reflection)?.fileName ?? ''
  const name = nameOf.get(file)
  if (!name) throw new Error(`No entry has the types ${file}.`)
  reflection.name = name
})
keepDeclaredTypes(app)
const project = await app.convert()
if (!project) process.exit(1)
app.validate(project)
// Such as an export without a description. It is written in the source, where editors show it too.
if (app.logger.hasErrors() || app.logger.hasWarnings()) process.exit(1)
await app.generateOutputs(project)
