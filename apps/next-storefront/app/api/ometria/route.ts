import { createOmetriaRelay } from 'ometria-headless/server'
import { account } from '../../../tracking/ometria-account.ts'

export const POST = createOmetriaRelay(account)
