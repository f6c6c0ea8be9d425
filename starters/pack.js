import { pack as packOne } from '../release/pack.js'

/**
 * What npm would publish, by the package's name.
 *
 * @param {string} folder  where the tarballs go
 */
export const pack = folder =>
  new Map(['headless', 'react', 'mock'].map(name => [`ometria-${name}`, packOne(name, folder).tarball]))
