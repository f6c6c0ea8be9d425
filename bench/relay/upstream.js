import { createServer } from 'node:http'

let hanging = 0

// Ometria, as far as a relay's speed goes: it takes everything. What is posted to `/hang` it never answers.
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    if (request.url === '/hang') {
      hanging++
      response.on('close', () => hanging--)
    } else {
      response.setHeader('content-type', 'application/json').end('{"code":200}')
    }
  })
})
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => process.send?.(server.address()))
process.on('message', () => process.send?.({ hanging }))
