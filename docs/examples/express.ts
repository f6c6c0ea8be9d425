import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { relay } from './relay.js'

const app = express()
app.all('/api/ometria', getRequestListener(relay, { overrideGlobalObjects: false }))
app.use(express.json()) // after the relay, which reads the body itself

app.listen(3000)
