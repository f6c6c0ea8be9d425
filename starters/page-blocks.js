import { readFileSync } from 'node:fs'

// The opening line of each block says what the block is: after three backticks,
//
//     tsx src/App.tsx     a file of the shop (its name has a dot)
//     sh install          a step for the terminal
//     sh                  shown only
//
// Where a file is among the examples that are compiled with these docs, its name in the shop is what follows `examples/nextjs/`.

/**
 * A page of the docs, as somebody who follows it to the letter reads it.
 *
 * @typedef {{ files: Map<string, string>, steps: Map<string, string> }} Blocks
 * @param {string} page  its path
 * @returns {Blocks}
 */
export function readBlocks(page) {
  /** @type {Blocks['files']} */
  const files = new Map()
  /** @type {Blocks['steps']} */
  const steps = new Map()
  for (const [, named = '', text = ''] of readFileSync(page, 'utf8').matchAll(
    /^```\w+ (\S+)\n(.*?)^```$/gms,
  )) {
    const name = named.replace(/^examples\/nextjs\//, '')
    const kind = name.includes('.') ? files : steps
    if (kind.has(name)) throw new Error(`${page} has two blocks named ${name}.`)
    kind.set(name, text)
  }
  return { files, steps }
}
