import { createOmetriaRelay, createOmetriaServer } from 'ometria-headless/server'
import { createOmetriaQueue } from 'ometria-queue'

const queue = createOmetriaQueue({ connection: 'redis://localhost:6379' })

export const relay = createOmetriaRelay({ queue })
export const ometria = createOmetriaServer({ queue })
