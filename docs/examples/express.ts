import { createRequestListener } from '@remix-run/node-fetch-server'
import express from 'express'
import { relay } from './relay.js'

const app = express()
app.all('/api/ometria', createRequestListener(relay))
app.use(express.json()) // after the relay, which reads the body itself

app.listen(3000)
