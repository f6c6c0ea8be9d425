import { relay } from './relay.js'

export async function loggedRelay(request: Request): Promise<Response> {
  const response = await relay(request)
  if (response.status >= 500) console.error('Ometria:', response.status, await response.clone().text())
  return response
}
