import type { OmetriaMatchers } from './ometriaMatchers.js'

export { createTestOmetria, type TestOmetria, type TestOmetriaOptions } from './createTestOmetria.js'
export type { TrackedEvent } from './memory-endpoint.js'
export { type ExpectedEvent, type OmetriaMatchers, ometriaMatchers } from './ometriaMatchers.js'

declare global {
  // Vitest's assertions are Chai's.
  namespace Chai {
    interface Assertion extends OmetriaMatchers<void> {}
  }
  namespace jest {
    // Declared as @types/jest declares it, since TypeScript wants both alike.
    // biome-ignore lint/complexity/noBannedTypes: see above
    interface Matchers<R, T = {}> extends OmetriaMatchers<R> {}
  }
}
