import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './run.js'

/** @typedef {import('./page-blocks.js').Blocks} Blocks */

/**
 * From an empty folder to a shop with our packages in it, by the page alone.
 *
 * @param {object} what
 * @param {string} what.folder  an empty one
 * @param {Blocks} what.blocks
 * @param {import('./starters.js').Starter} what.starter
 * @param {Map<string, string>} what.tarballs
 * @param {(text: string) => string} what.atPorts
 * @param {(step: string, work: () => Promise<void>) => Promise<void>} what.time
 * @returns {Promise<string>}  the shop's folder
 */
export async function make({ folder, blocks, starter, tarballs, atPorts, time }) {
  const create = starter.create ?? exactly(step(blocks, 'create'), starter)
  await time('create', () => run(create, { cwd: folder }))
  const shop = join(folder, 'my-shop')
  const install = installLines(exactly(step(blocks, 'install'), starter), tarballs)
  await time('install', () => run(install, { cwd: shop }))
  for (const [name, text] of blocks.files) {
    if (starter.leaveOut?.includes(name)) continue
    const file = join(shop, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, atPorts(text))
    if (name.endsWith('.patch')) await run(`patch -p1 < ${name}`, { cwd: shop })
  }
  return shop
}

/**
 * @param {Blocks} blocks
 * @param {string} name
 */
export function step({ steps }, name) {
  const script = steps.get(name)
  if (script === undefined) throw new Error(`The page has no step "${name}".`)
  return script
}

/**
 * @param {string} script
 * @param {import('./starters.js').Starter} starter
 */
function exactly(script, { versions = {} }) {
  return script.replace(/(?<=\s)(@?\w[\w/.-]*)(@latest)?/g, (word, /** @type {string} */ name) => {
    const version = versions[name]
    return version ? `${name}@${version}` : word
  })
}

/**
 * The page's own lines, with what is not on npm yet from the tarballs. ometria-react asks for ometria-headless, which npm would
 * look for on the registry, so that one comes along.
 *
 * @param {string} script
 * @param {Map<string, string>} tarballs
 */
function installLines(script, tarballs) {
  const alone = /ometria-react/.test(script) && !/ometria-headless/.test(script)
  const complete = alone ? script.replace('ometria-react', 'ometria-react ometria-headless') : script
  return complete.replace(/\bometria-\w+\b/g, name => tarballs.get(name) ?? name)
}

/**
 * @param {string} shop
 * @param {string} name  of a package
 */
export function installed(shop, name) {
  return `${name} ${JSON.parse(readFileSync(join(shop, 'node_modules', name, 'package.json'), 'utf8')).version}`
}
