import { createOmetriaClient } from 'ometria-headless'

const ometria = createOmetriaClient({ endpoint: '/api/ometria', consent: 'granted' })

/** Call it when a page is shown: after the first load, and after each navigation of your router. */
export async function pageWasShown(page: string) {
  await ometria.track({ scope: 'view', context: { page } })
}
