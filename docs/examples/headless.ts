import { createOmetriaClient } from 'ometria-headless'

const ometria = createOmetriaClient({
  endpoint: '/api/ometria',
  consent: 'granted',
})

export const receipt = await ometria.track({
  scope: 'basket',
  action: 'add',
  data: { product_id: '6560241647794', quantity: 1 },
})
