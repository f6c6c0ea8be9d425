import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes the shop what it would be without us: its own code as it is, and nothing behind our names.
 *
 * @param {string} shop
 */
export function takeOursOut(shop) {
  for (const name of ['ometria-react', 'ometria-headless']) {
    const entry = join(shop, 'node_modules', name, 'dist/index.js')
    if (existsSync(entry)) copyFileSync(join(import.meta.dirname, `without-ours/${name}.js`), entry)
  }
}
