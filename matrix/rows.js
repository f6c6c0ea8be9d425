const bundler = { esbuild: '0.28.2' }

/**
 * What shops have. `add`: what is installed beside our tarballs. `types`: a shop's source is checked there, in place of a visit.
 *
 * @typedef {'npm' | 'pnpm' | 'yarn 1' | 'yarn 4' | 'yarn 4, node_modules'} Manager
 * @typedef {{ name: string, manager: Manager, add: Record<string, string>, types?: boolean }} Row
 */

/** @type {(react: string, query: string) => Row} */
const peers = (react, query) => ({
  name: `React ${react}, react-query ${query}`,
  manager: 'npm',
  add: { react, 'react-dom': react, '@tanstack/react-query': query, ...bundler },
})

/** @type {(typescript: string, react: string) => Row} */
const types = (typescript, react) => ({
  name: `TypeScript ${typescript}, types of React ${react.split('.')[0]}`,
  manager: 'npm',
  add: {
    typescript,
    '@types/react': react,
    '@types/node': '20.19.0',
    react: react.split('.')[0] ?? '',
    '@tanstack/react-query': '5.108.4',
  },
  types: true,
})

/** @type {(manager: Manager) => Row} */
const installedBy = manager => ({
  name: manager,
  manager,
  add: { react: '19.3.1', 'react-dom': '19.3.1', '@tanstack/react-query': '5.108.4', ...bundler },
})

/** @type {Row[]} */
export const rows = [
  peers('18.2.0', '5.0.0'),
  peers('18.3.1', '5.108.4'),
  peers('19.0.0', '5.55.0'), // the oldest that allows React 19
  peers('19.3.1', '5.108.4'),
  types('5.4.5', '18.2.79'),
  types('5.4.5', '19.3.0'),
  types('5.9.3', '19.3.0'),
  types('6.0.3', '19.3.0'),
  types('7.0.2', '19.3.0'),
  installedBy('npm'),
  installedBy('pnpm'),
  installedBy('yarn 1'),
  installedBy('yarn 4'),
  installedBy('yarn 4, node_modules'),
]
