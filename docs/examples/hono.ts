import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { relay } from './relay.js'

const app = new Hono()
app.all('/api/ometria', c => relay(c.req.raw))

serve({ fetch: app.fetch, port: 3000 })
