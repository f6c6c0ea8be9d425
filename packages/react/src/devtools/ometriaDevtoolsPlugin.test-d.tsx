import { TanStackDevtools } from '@tanstack/react-devtools'
import { test } from 'vitest'
import { ometriaDevtoolsPlugin } from './index.js'
import { ometriaDevtoolsPlugin as inProduction } from './production.js'

test('TanStack Devtools take the plugin as it is', () => {
  ;<TanStackDevtools plugins={[ometriaDevtoolsPlugin(), inProduction()]} />
})
