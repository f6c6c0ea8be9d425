import { createOmetriaRelay, createOmetriaServer, type OmetriaQueue } from 'ometria-headless/server'

/** The queue takes the place of the account's keys: the worker has those. */
export const behindQueue = (queue: OmetriaQueue) => ({
  relay: createOmetriaRelay({ queue }),
  ometria: createOmetriaServer({ queue }),
})
