import { createOmetriaQueue } from 'ometria-queue'

const { OMETRIA_QUEUE_URL = '' } = process.env // redis://… or postgres://…

export const queue = createOmetriaQueue({ connection: OMETRIA_QUEUE_URL })
