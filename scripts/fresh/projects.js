import { component, types } from './sources.js'

const shop = [
  '@tanstack/react-query@5',
  'react@19',
  'react-dom@19',
  '@types/react@19',
  '@types/react-dom@19',
  '@testing-library/react@16.3.3',
  '@testing-library/dom@10.4.2',
  'typescript@5.9.3',
]
const jest = ['jest@30.5.2', 'jest-environment-jsdom@30.5.2']
const packageJson = JSON.stringify({ name: 'shop', private: true })
const moduleJson = JSON.stringify({ name: 'shop', private: true, type: 'module' })

/** @param {string[]} globals the packages whose types are there without an import */
const tsconfig = (globals = []) =>
  JSON.stringify({
    compilerOptions: {
      target: 'es2022',
      lib: ['es2022', 'dom', 'dom.iterable'],
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      skipLibCheck: true,
      types: globals,
    },
    include: ['*.tsx', '*.ts'],
  })

/** @param {string} environment */
const vitest = environment => ({
  'package.json': moduleJson,
  'tsconfig.json': tsconfig(),
  'vitest.config.ts': `import { defineConfig } from 'vitest/config'
export default defineConfig({ test: { environment: '${environment}' } })
`,
  'shop.test.tsx': component(`import { expect, test } from 'vitest'`),
  'types.ts': types(`import { expect } from 'vitest'`),
})

const jestIn = {
  'package.json': packageJson,
  'tsconfig.json': tsconfig(['jest']),
  'shop.test.tsx': component(),
  'types.ts': types(),
}

/** Each is a project of its own: the packages that it installs, its files, and the command that runs its test. */
export const projects = [
  {
    name: 'vitest-jsdom',
    packages: [...shop, 'vitest@4.1.12', 'jsdom@26.1.0'],
    files: vitest('jsdom'),
    command: ['vitest', 'run'],
  },
  {
    name: 'vitest-happy-dom',
    packages: [...shop, 'vitest@4.1.12', 'happy-dom@20'],
    files: vitest('happy-dom'),
    command: ['vitest', 'run'],
  },
  {
    // Vitest 5 needs a newer Node than this repository: its types alone are looked at.
    name: 'vitest-5',
    packages: [...shop, 'vitest@5.1.1', '--force'],
    files: {
      'package.json': moduleJson,
      'tsconfig.json': tsconfig(),
      'types.ts': types(`import { expect } from 'vitest'`),
    },
  },
  {
    name: 'jest-babel',
    packages: [
      ...shop,
      ...jest,
      '@types/jest@30',
      'babel-jest@30.5.2',
      '@babel/core@7',
      '@babel/preset-env@7',
      '@babel/preset-react@7',
      '@babel/preset-typescript@7',
    ],
    files: {
      ...jestIn,
      'babel.config.json': JSON.stringify({
        presets: [
          ['@babel/preset-env', { targets: { node: 'current' } }],
          ['@babel/preset-react', { runtime: 'automatic' }],
          '@babel/preset-typescript',
        ],
      }),
      'jest.config.cjs': `module.exports = {
  testEnvironment: 'jsdom',
  transformIgnorePatterns: ['/node_modules/(?!ometria-)'],
}
`,
    },
    command: ['jest'],
  },
  {
    name: 'jest-globals',
    packages: [...shop, ...jest, '@jest/globals@30.5.2', 'expect@30.5.2'],
    files: {
      'package.json': packageJson,
      'tsconfig.json': tsconfig(),
      'types.ts': types(
        `import { expect } from '@jest/globals'\nimport 'ometria-react/testing/jest-globals'`,
      ),
    },
  },
  {
    name: 'ts-jest',
    packages: [...shop, ...jest, '@types/jest@30', 'ts-jest@29'],
    files: {
      ...jestIn,
      'jest.config.cjs': `module.exports = {
  testEnvironment: 'jsdom',
  transform: {
    '[.][jt]sx?$': ['ts-jest', { tsconfig: { allowJs: true, jsx: 'react-jsx', module: 'commonjs', esModuleInterop: true } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!ometria-)'],
}
`,
    },
    command: ['jest'],
  },
  {
    name: 'next-jest',
    packages: [...shop, ...jest, '@types/jest@30', 'next@16', '@types/node@20'],
    files: {
      ...jestIn,
      'app/page.tsx': `export default function Page() {
  return <h1>Shop</h1>
}
`,
      'next.config.mjs': `export default { transpilePackages: ['ometria-react', 'ometria-headless'] }\n`,
      'jest.config.cjs': `const nextJest = require('next/jest.js')
module.exports = nextJest({ dir: './' })({ testEnvironment: 'jsdom' })
`,
    },
    command: ['jest'],
  },
]
