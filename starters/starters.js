/**
 * @typedef {object} Starter
 * @property {string} page  the page of the docs that is followed, in docs/start
 * @property {Record<string, string>} generators  the exact version of what the page calls `@latest`
 * @property {string} client  where the build puts what browsers load
 * @property {string[]} show  the packages whose versions stand in the table
 * @property {boolean} [loadsPages]  each link loads a page, as between pages of plain HTML
 */

/** @type {Record<string, Starter>} */
export const starters = {
  vite: {
    page: 'vite.md',
    generators: { vite: '9.3.0' },
    client: 'dist/assets',
    show: ['vite', 'react', 'typescript'],
  },
  'next-app': {
    page: 'next-app.md',
    generators: { 'create-next-app': '16.4.3' },
    client: '.next/static',
    show: ['next', 'react', 'typescript'],
  },
}
