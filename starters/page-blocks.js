import { readFileSync } from 'node:fs'

// The opening line of each block says what the block is: after three backticks,
//
//     tsx src/App.tsx     a file of the shop (its name has a dot)
//     sh install          a step for the terminal
//     sh                  shown only

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
  for (const [, name = '', text = ''] of readFileSync(page, 'utf8').matchAll(
    /^```\w+ (\S+)\n(.*?)^```$/gms,
  )) {
    const named = name.includes('.') ? files : steps
    if (named.has(name)) throw new Error(`${page} has two blocks named ${name}.`)
    named.set(name, text)
  }
  return { files, steps }
}
