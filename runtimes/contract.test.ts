import * as server from 'ometria-headless/server'
import { afterAll, test } from 'vitest'
import { contract } from './contract.js'
import { startUpstream } from './upstream.js'

const upstream = await startUpstream()
afterAll(() => upstream.close())

test.each(contract(server, upstream.url))('on this Node.js: $name', ({ run }) => run())
