import { TanStackDevtools } from '@tanstack/react-devtools'
import { ometriaDevtoolsPlugin } from 'ometria-react/devtools'

/** Below the `<OmetriaProvider>`. */
export const Devtools = () => <TanStackDevtools plugins={[ometriaDevtoolsPlugin()]} />
