/**
 * How each package manager installs what package.json names, and runs a command that was installed. Our own packages are
 * not published yet, so that one of them finds the other by the tarball that `resolutions` or `overrides` name.
 *
 * @typedef {object} Installer
 * @property {string[]} install
 * @property {string[]} run
 * @property {Record<string, string>} [files]
 */

/** @type {Record<import('./rows.js').Manager, Installer>} */
export const managers = {
  npm: {
    install: ['npm', 'install', '--strict-peer-deps', '--no-audit', '--no-fund', '--prefer-offline'],
    run: ['npx'],
  },
  pnpm: {
    install: ['npx', '-y', 'pnpm@10.34.9', 'install', '--strict-peer-dependencies', '--ignore-workspace'],
    run: ['npx'],
  },
  'yarn 1': {
    install: ['npx', '-y', 'yarn@1.22.22', 'install', '--no-progress', '--non-interactive'],
    run: ['npx'],
  },
  'yarn 4': yarn4('pnp'),
  'yarn 4, node_modules': yarn4('node-modules'),
}

/**
 * @param {string} linker
 * @returns {Installer}
 */
function yarn4(linker) {
  const yarn = ['npx', '-y', '-p', '@yarnpkg/cli-dist@4.18.1', 'yarn']
  return {
    install: [...yarn, 'install', '--no-immutable'],
    run: yarn,
    files: {
      '.yarnrc.yml': `nodeLinker: ${linker}\nenableTelemetry: false\nenableGlobalCache: false\n`,
      'yarn.lock': '',
    },
  }
}
