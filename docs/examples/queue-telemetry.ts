import { BullMQOtel } from 'bullmq-otel'
import { queue } from './queue.js'

queue.bull.opts.telemetry = new BullMQOtel({ tracerName: 'shop' })
