import * as server from 'ometria-headless/server'
import { play } from '../contract.js'

// Runs in Node.js, Bun and Deno, which all have `process`.
console.log(JSON.stringify(await play(server, process.argv[2] ?? '')))
