/**
 * @typedef {object} Starter
 * @property {string} page  the page of the docs that is followed, in docs/start
 * @property {Record<string, string>} generators  the exact version of what the page calls `@latest`
 * @property {string} [create]  in place of the page's first step, where that would load a template from GitHub; `$TEMPLATES` is ours
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
    generators: {},
    create:
      'npx create-react-router@7.18.4 my-shop --yes --no-install --no-git-init --template $TEMPLATES/react-router',
    client: 'build/client/assets',
    show: ['react-router', 'vite', 'react', 'typescript'],
  },
  express: {
    page: 'express.md',
    generators: {},
    client: 'public',
    show: ['express', 'esbuild'],
    loadsPages: true,
  },
  'tanstack-start': {
    page: 'tanstack-start.md',
    generators: { '@tanstack/cli': '0.71.0' },
    client: '.output/public/assets',
    show: ['@tanstack/react-start', 'vite', 'react', 'typescript'],
  },
  astro: {
    page: 'astro.md',
    generators: {},
    // create-astro takes no local folder. Astro 6 wants Node 22.
    create: 'cp -r $TEMPLATES/astro my-shop',
    client: 'dist/client',
    show: ['astro', '@astrojs/react', 'react', 'typescript'],
    loadsPages: true,
  },
}
