export type { Hit } from './contract.js'
export type { Fault } from './fault.js'
export type { Attempt, MockOmetria, MockOmetriaOptions, Rejected } from './mock.js'
export { createMockOmetria } from './mock.js'
