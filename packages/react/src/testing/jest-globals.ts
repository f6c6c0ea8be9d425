import type {} from 'expect'
import type { OmetriaMatchers } from './ometriaMatchers.js'

// Jest's `expect` where it is imported from `@jest/globals`, and is no global.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends OmetriaMatchers<R> {}
}
