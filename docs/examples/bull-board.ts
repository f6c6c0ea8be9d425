import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { queue } from './queue.js'

const serverAdapter = new HonoAdapter(serveStatic)
serverAdapter.setBasePath('/queues')
createBullBoard({ queues: [new BullMQAdapter(queue.bull, { readOnlyMode: true })], serverAdapter })

export const board = new Hono().route('/queues', serverAdapter.registerPlugin())
