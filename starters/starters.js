/**
 * @typedef {object} Starter
 * @property {string} page  the page of the docs that is followed, in docs/start
 * @property {Record<string, string>} generators  the exact version of what the page calls `@latest`
 * @property {string} [template]  a folder of templates/, for a generator that would load its template from GitHub
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
  'next-pages': {
    page: 'next-pages.md',
    generators: { 'create-next-app': '16.4.3' },
    client: '.next/static',
    show: ['next', 'react', 'typescript'],
  },
  'react-router': {
    page: 'react-router.md',
    // 8 wants Node 22.
    generators: { 'create-react-router': '7.18.4' },
    template: 'react-router',
    client: 'build/client/assets',
    show: ['react-router', 'vite', 'react', 'typescript'],
  },
}
