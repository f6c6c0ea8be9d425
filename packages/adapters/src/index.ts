export type { AdapterOptions } from './adapter-options.js'
export { OmetriaMappingError } from './mapping-error.js'
