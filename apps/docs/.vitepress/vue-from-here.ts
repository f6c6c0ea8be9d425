import type { Plugin } from 'vitepress'

/** Pages stand outside of this package, where Node would look for no Vue. */
export const vueFromHere: Plugin = {
  name: 'vue-from-here',
  enforce: 'pre',
  resolveId(id, _, options) {
    if (!/^vue($|\/)/.test(id)) return null
    return this.resolve(id, import.meta.filename, { ...options, skipSelf: true })
  },
}
