import { build } from 'esbuild'

/** What a React shop has anyway. */
export const reactAndQuery = ['react', 'react-dom', 'react-dom/*', 'react/*', '@tanstack/react-query']

/**
 * A module with all that it imports, as a shop would ship it.
 *
 * @param {string} source
 * @param {import('esbuild').BuildOptions} [options]
 */
export async function bundle(source, options) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
    ...options,
  })
  return outputFiles?.[0]?.text ?? ''
}
