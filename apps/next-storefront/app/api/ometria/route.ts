import { createOmetriaRelay } from 'ometria-headless/server'
import { upstream } from '../../../tracking/upstream.ts'

export const POST = createOmetriaRelay(upstream)
