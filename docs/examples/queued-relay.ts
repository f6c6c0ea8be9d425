import { createOmetriaRelay, createOmetriaServer } from 'ometria-headless/server'
import { queue } from './queue.js'

export const relay = createOmetriaRelay({ queue })
export const ometria = createOmetriaServer({ queue })
