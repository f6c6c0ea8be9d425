/**
 * @typedef {object} Starter
 * @property {string} page  the page of the docs that is followed
 * @property {Record<string, string>} [versions]  the exact version of what the page leaves to npm
 * @property {string} [create]  in place of the page's first step, where that would load a template from GitHub; `$TEMPLATES` is ours
 * @property {string} client  where the build puts what browsers load
 * @property {string[]} show  the packages whose versions stand in the table
 * @property {import('./visit.js').Way} [way]
 * @property {string[]} [leaveOut]  files of the page that are for another kind of shop
 */

/** @type {Record<string, Starter>} */
export const starters = {
  vite: {
    page: 'start/vite.md',
    versions: { vite: '9.3.0' },
    client: 'dist/assets',
    show: ['vite', 'react', 'typescript'],
  },
  'next-app': {
    page: 'start/next-app.md',
    versions: { 'create-next-app': '16.4.3' },
    client: '.next/static',
    show: ['next', 'react', 'typescript'],
  },
  'next-guide': {
    page: 'nextjs.md',
    versions: { 'create-next-app': '16.4.3' },
    client: '.next/static',
    show: ['next', 'react', 'typescript'],
    way: { from: '/products/tiered-maxi-dress', banner: true },
    leaveOut: ['proxy.ts'], // which the page gives to shops without cacheComponents
  },
  'next-pages': {
    page: 'start/next-pages.md',
    versions: { 'create-next-app': '16.4.3' },
    client: '.next/static',
    show: ['next', 'react', 'typescript'],
  },
  'react-router': {
    page: 'start/react-router.md',
    // 8 wants Node 22.
    create:
      'npx create-react-router@7.18.4 my-shop --yes --no-install --no-git-init --template $TEMPLATES/react-router',
    client: 'build/client/assets',
    show: ['react-router', 'vite', 'react', 'typescript'],
  },
  express: {
    page: 'start/express.md',
    client: 'public',
    show: ['express', 'esbuild'],
    way: { loadsPages: true },
  },
  'tanstack-start': {
    page: 'start/tanstack-start.md',
    versions: { '@tanstack/cli': '0.71.0' },
    client: '.output/public/assets',
    show: ['@tanstack/react-start', 'vite', 'react', 'typescript'],
  },
  astro: {
    page: 'start/astro.md',
    // create-astro takes no local folder. Astro 6 wants Node 22.
    create: 'cp -r $TEMPLATES/astro my-shop',
    versions: { '@astrojs/node': '9.5.5', '@astrojs/react': '4.4.2' },
    client: 'dist/client',
    show: ['astro', '@astrojs/react', 'react', 'typescript'],
    way: { loadsPages: true },
  },
}
