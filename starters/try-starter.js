import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientBytes } from './client-bytes.js'
import { freePort } from './free-port.js'
import { installed, make, step } from './make.js'
import { readBlocks } from './page-blocks.js'
import { run, serve } from './run.js'
import { visit } from './visit.js'
import { takeOursOut } from './without-ours.js'

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {string} [failure]  why it failed
 * @property {Record<string, number>} seconds  what each step took, from the empty folder to the visit's end
 * @property {number} [bytes]  what we add to what browsers may load, with gzip
 * @property {string[]} versions
 */

/**
 * One starter, from an empty folder to what the mock behind it has received.
 *
 * @param {string} name
 * @param {import('./starters.js').Starter} starter
 * @param {Map<string, string>} tarballs
 * @returns {Promise<Result>}
 */
export async function tryStarter(name, starter, tarballs) {
  const folder = mkdtempSync(join(tmpdir(), `starter-${name}-`))
  const { seconds, time } = stopwatch()
  /** @type {string[]} */
  let versions = []
  try {
    const blocks = readBlocks(join(import.meta.dirname, '../docs', starter.page))
    const ports = { mock: await freePort(), shop: await freePort() }
    const atPorts = (/** @type {string} */ text) =>
      text.replaceAll('4010', String(ports.mock)).replaceAll('localhost:3000', `localhost:${ports.shop}`)
    const shop = await make({ folder, blocks, starter, tarballs, atPorts, time })
    versions = starter.show.map(name => installed(shop, name))
    const build = step(blocks, 'build')
    await time('build', () => run(build, { cwd: shop }))
    const scripts = {
      mock: atPorts(step(blocks, 'mock')),
      run: atPorts(starter.run ?? step(blocks, 'run')),
    }
    await time('visit', () => serveAndVisit({ shop, scripts, ports, way: starter.way ?? {} }))
    return {
      name,
      seconds,
      bytes: await addedBytes(shop, starter.client, build),
      versions,
    }
  } catch (error) {
    return {
      name,
      failure: error instanceof Error ? error.message : String(error),
      seconds,
      versions,
    }
  } finally {
    if (!process.env.STARTERS_KEEP) rmSync(folder, { recursive: true, maxRetries: 5 })
  }
}

function stopwatch() {
  /** @type {Record<string, number>} */
  const seconds = {}
  /** @template T @param {string} step @param {() => Promise<T>} work */
  const time = async (step, work) => {
    const start = performance.now()
    try {
      return await work()
    } finally {
      seconds[step] = (performance.now() - start) / 1000
    }
  }
  return { seconds, time }
}

/**
 * @param {object} what
 * @param {string} what.shop
 * @param {{ mock: string, run: string }} what.scripts
 * @param {{ mock: number, shop: number }} what.ports
 * @param {import('./visit.js').Way} what.way
 */
async function serveAndVisit({ shop, scripts, ports, way }) {
  const mock = `http://127.0.0.1:${ports.mock}`
  const address = `http://localhost:${ports.shop}`
  const behind = await serve(scripts.mock, mock, { cwd: shop })
  try {
    const env = { PORT: String(ports.shop) }
    const front = await serve(scripts.run, address, { cwd: shop, env })
    try {
      await visit(address, mock, way)
    } catch (error) {
      throw new Error(
        `${error instanceof Error ? error.message : error}\nThe shop said:\n${front.said().slice(-2000)}`,
      )
    } finally {
      await front.close()
    }
  } finally {
    await behind.close()
  }
}

/**
 * @param {string} shop
 * @param {string} client
 * @param {string} build
 */
async function addedBytes(shop, client, build) {
  const ours = clientBytes(join(shop, client))
  takeOursOut(shop)
  rmSync(join(shop, client), { recursive: true })
  await run(build, { cwd: shop })
  return ours - clientBytes(join(shop, client))
}
