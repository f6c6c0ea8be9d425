/**
 * @typedef {object} Starter
 * @property {string} page  the page of the docs that is followed
 * @property {Record<string, string>} [versions]  the exact version of what the page leaves to npm
 * @property {string} [create]  in place of the page's first step, where that would load a template from GitHub; `$TEMPLATES` is ours
 * @property {string} [run]  in place of the page's step, where that needs more than npm carries
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
    // 8, the newest, wants Node 22.22.
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
    // The page's own way for Node 20: Astro 6 and 7 want Node 22.12.
    create: `
      mkdir my-shop
      cd my-shop
      npm init --yes
      npm pkg set type=module scripts.build="astro build" scripts.dev="astro dev"
      npm install astro@5.18.2 typescript@5
    `,
    versions: { '@astrojs/node': '9.5.5', '@astrojs/react': '4.4.2' },
    client: 'dist/client',
    show: ['astro', '@astrojs/react', 'react', 'typescript'],
    way: { loadsPages: true },
  },
  hydrogen: {
    page: 'start/hydrogen.md',
    // The skeleton lies in the generator's package.
    create: `
      npm pack @shopify/create-hydrogen@5.0.39 --silent
      tar -xzf shopify-create-hydrogen-5.0.39.tgz
      mv package/dist/assets/hydrogen/starter my-shop
    `,
    // A shop at Shopify is out of reach, so something stands in for it.
    run: `
      node $TEMPLATES/hydrogen/storefront-api.js $((PORT + 1)) &
      echo OMETRIA_MOCK=http://localhost:4010/api/track > .env
      echo SESSION_SECRET=any >> .env
      echo PUBLIC_STOREFRONT_API_TOKEN=0123456789abcdef0123456789abcdef >> .env
      echo PUBLIC_CHECKOUT_DOMAIN=localhost >> .env
      echo PUBLIC_STORE_DOMAIN=http://localhost:$((PORT + 1)) >> .env
      SHOPIFY_HYDROGEN_FLAG_PORT=$PORT npm run preview
    `,
    client: 'dist/client/assets',
    show: ['@shopify/hydrogen', 'workerd', 'react-router', 'react'],
    way: {
      from: '/dress',
      // Hydrogen takes the stand-in's address for a name, and its script about privacy lies at Shopify.
      expected: /'https:\/\/http:\/\/localhost|net::ERR_NAME_NOT_RESOLVED/,
    },
  },
}
