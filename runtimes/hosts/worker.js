import * as server from 'ometria-headless/server'
import { play } from '../contract.js'

/** In workerd and in the edge runtime: the request's query names the upstream. */
export const answer = async (/** @type {Request} */ request) =>
  Response.json(await play(server, new URL(request.url).searchParams.get('upstream') ?? ''))

export default { fetch: answer }
