import { createOmetriaRelay } from 'ometria-headless/server'
import { createOmetriaQueue } from 'ometria-queue'
import { serve } from '../relay/serve.js'

const [, , connection = '', name = ''] = process.argv

serve(createOmetriaRelay({ queue: createOmetriaQueue({ connection, name }) }))
