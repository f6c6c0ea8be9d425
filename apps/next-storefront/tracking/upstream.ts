import { createOmetriaQueue } from 'ometria-queue'
import { account } from './ometria-account.ts'

const { OMETRIA_QUEUE_URL } = process.env

/** The shop's queue, where there is a store for one. */
export const queue = OMETRIA_QUEUE_URL ? createOmetriaQueue({ connection: OMETRIA_QUEUE_URL }) : undefined

/** Where events go from this server: into the queue, whose worker knows the account, or to Ometria at once. */
export const upstream = queue ? { queue } : account
