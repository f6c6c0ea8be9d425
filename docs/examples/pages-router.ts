import { createRequestListener } from '@remix-run/node-fetch-server'
import { relay } from './relay.js'

export const config = { api: { bodyParser: false, externalResolver: true } }

export default createRequestListener(relay)
