import { createServer } from 'vitepress'

// For `pnpm demo`, which forks this file with a port: the site, live, once the reference was made. Ends with the demo.
process.on('disconnect', () => process.exit())
await import('./reference.js')
const server = await createServer(import.meta.dirname, { port: Number(process.argv[2]), strictPort: true })
await server.listen()
