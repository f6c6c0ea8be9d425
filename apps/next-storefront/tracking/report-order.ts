import { after } from 'next/server'
import { createOmetriaServer, type ServerEvent } from 'ometria-headless/server'
import { readConsent } from '../consent/read-consent.ts'
import { upstream } from './upstream.ts'

const ometria = createOmetriaServer(upstream)

/** Tells Ometria what became of an order: of shoppers who agreed, and after the answer, so that nobody waits for it. */
export async function reportOrder(event: ServerEvent & { scope: 'order' }) {
  if ((await readConsent()) !== 'granted') return
  after(() => ometria.track(event))
}
