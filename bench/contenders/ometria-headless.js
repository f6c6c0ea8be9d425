import { createOmetriaClient } from 'ometria-headless'

/** @type {import('ometria-headless').OmetriaClient} */
let client

export function start() {
  client = createOmetriaClient({ endpoint: '/api/track', consent: 'granted' })
}

/** @param {import('ometria-headless').Order} order */
export const track = order => void client.track({ scope: 'order', action: 'add', data: order })
