'use server'

import { after } from 'next/server'
import { readConsent } from '@/ometria/read-consent'
import { ometria } from '@/ometria/server'
import { markAsCancelled } from '@/shop-actions'

export async function cancelOrder(id: string) {
  await markAsCancelled(id)
  if ((await readConsent()) !== 'granted') return
  after(() => ometria().server.track({ scope: 'order', action: 'cancel', data: { order_id: id } }))
}
