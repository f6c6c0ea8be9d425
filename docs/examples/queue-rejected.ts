import { queue } from './queue.js'

for await (const { request_id, status, reason, body } of queue.rejected()) {
  console.log(request_id, status, reason, JSON.parse(body).data)
}

// When its cause is mended: one of them, or all.
await queue.replay('order-add-ABC-123')
await queue.replay()
