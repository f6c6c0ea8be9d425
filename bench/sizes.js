import { createRequire } from 'node:module'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { bundle, reactAndQuery } from './bundle.js'
import { contenders } from './contenders.js'

const hook = 'useTrackBasketLines'
const ofReact = Object.keys(await import('ometria-react')).filter(name => name !== hook)

/** Each of our entries alone. */
export const entries = {
  '`createOmetriaClient` alone': "export { createOmetriaClient } from 'ometria-headless'",
  'all of `ometria-headless`': "export * from 'ometria-headless'",
  'all of `ometria-react`': "export * from 'ometria-react'",
  [`all of \`ometria-react\` but \`${hook}\``]: `export { ${ofReact} } from 'ometria-react'`,
  '`ometria-headless/consent`': "export * from 'ometria-headless/consent'",
  '`ometria-headless/server`': "export * from 'ometria-headless/server'",
}

const minifiers = { esbuild: byEsbuild, 'oxc, as in Vite 8': byOxc, 'swc, as in Next.js': bySwc }

/** What everything weighs, without React and TanStack Query, which a React shop has anyway. */
export async function measureSizes() {
  const own = []
  for (const [name, source] of Object.entries(entries)) {
    for (const [minifier, minify] of Object.entries(minifiers)) {
      own.push({ name, minifier, ...bytesOf(await minify(source)) })
    }
  }
  const all = []
  for (const { id, module } of contenders) {
    all.push({ id, ...bytesOf(await byOxc(`export * from './${module}'`)) })
  }
  return { entries: own, contenders: all }
}

function bytesOf(/** @type {string} */ code) {
  return {
    minified: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  }
}

function byEsbuild(/** @type {string} */ source) {
  return bundle(source, { external: reactAndQuery })
}

export async function byOxc(/** @type {string} */ source) {
  const entry = 'virtual:entry'
  const build = await rolldown({
    logLevel: 'silent',
    input: entry,
    external: [/^react(-dom)?($|\/)/, '@tanstack/react-query'],
    platform: 'browser',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [
      {
        name: 'entry',
        resolveId(id, importer) {
          if (id === entry) return id
          // From here, since nothing can be found from an entry that is no file.
          if (importer === entry) return this.resolve(id, import.meta.filename)
          return null
        },
        load: id => (id === entry ? source : null),
      },
    ],
  })
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    comments: false,
    codeSplitting: false,
  })
  await build.close()
  return output[0].code
}

/** Webpack leaves the minifying to swc; what shakes out, it and esbuild find much the same. */
async function bySwc(/** @type {string} */ source) {
  const { minify } = createRequire(`${import.meta.dirname}/sdks/package.json`)('@swc/core')
  const { code } = await minify(await bundle(source, { external: reactAndQuery, minify: false }), {
    module: true,
    compress: true,
    mangle: true,
    format: { comments: false },
  })
  return code
}
