import type { OmetriaErrorCode } from './errors.js'

/** Where each code is explained: docs/errors.md, which the build puts into the package. */
export const errorPage = (code: OmetriaErrorCode): string =>
  `node_modules/ometria-headless/dist/errors.md#${code}`
