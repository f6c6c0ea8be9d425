export type Setup = 'browser' | 'relay' | 'relay with auth'

export interface Keys {
  domainKey: string
  locationKey: string
}

/** A file to make in the shop. */
export interface SetUpFile {
  name: string
  code: string
}

export const titles: Record<Setup, string> = {
  browser: 'keys in the browser',
  relay: 'a relay',
  'relay with auth': 'a relay with auth',
}

/** What to install, to write and to do, word for word. */
export function setUp(setup: Setup, keys: Keys): { install: string; files: SetUpFile[]; last: string } {
  if (setup === 'browser') {
    const props = `domainKey="${keys.domainKey}" locationKey="${keys.locationKey}"`
    return {
      install: 'npm install ometria-react @tanstack/react-query',
      files: [{ name: 'Tracking.tsx', code: tracking(props) }],
      last: 'Put <Tracking> around your app.',
    }
  }
  const auth = setup === 'relay with auth'
  return {
    install: 'npm install ometria-react ometria-headless @tanstack/react-query',
    files: [
      { name: '.env', code: environment(keys, auth) },
      { name: 'relay.ts', code: relay(auth) },
      { name: 'Tracking.tsx', code: tracking('endpoint="/api/ometria"') },
    ],
    last: 'Mount the relay at /api/ometria (docs/server.md says how on each kind of server), and put <Tracking> around your app.',
  }
}

const tracking = (props: string) => `import { OmetriaProvider } from 'ometria-react'
import type { ReactNode } from 'react'

export function Tracking({ children }: { children: ReactNode }) {
  return (
    <OmetriaProvider ${props} consent="granted">
      {children}
    </OmetriaProvider>
  )
}
`

const environment = ({ domainKey, locationKey }: Keys, auth: boolean) => `OMETRIA_DOMAIN_KEY=${domainKey}
OMETRIA_LOCATION_KEY=${locationKey}
${auth ? 'OMETRIA_API_KEY=the key that you asked with\nOMETRIA_API_SECRET=the secret that you asked with\n' : ''}`

const relay = (auth: boolean) => `import { createOmetriaRelay } from 'ometria-headless/server'

const { OMETRIA_DOMAIN_KEY = '', OMETRIA_LOCATION_KEY = '' } = process.env
${auth ? "const { OMETRIA_API_KEY = '', OMETRIA_API_SECRET = '' } = process.env\n" : ''}
export const relay = createOmetriaRelay({
  domainKey: OMETRIA_DOMAIN_KEY,
  locationKey: OMETRIA_LOCATION_KEY,
${auth ? '  auth: { key: OMETRIA_API_KEY, secret: OMETRIA_API_SECRET },\n' : ''}})
`
