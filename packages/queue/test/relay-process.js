// A relay with a queue in a process of its own, which a test may kill: node relay-process.js <store> <queue>
import { serve } from '@hono/node-server'
import { createOmetriaRelay } from 'ometria-headless/server'
import { createOmetriaQueue } from 'ometria-queue'

const [connection = '', name] = process.argv.slice(2)
const relay = createOmetriaRelay({ queue: createOmetriaQueue({ connection, name }) })
serve({ fetch: relay, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
