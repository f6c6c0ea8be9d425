import { createMockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'

/** The mock over HTTP, for a contract in whatever process: besides the mock's own paths, `GET /attempts` lists what has come. */
export function startUpstream() {
  const mock = createMockOmetria()
  /**
   * @param {Request | URL | string} input
   * @param {RequestInit} [init]
   */
  async function answer(input, init) {
    const { url } = Object(input)
    return url?.endsWith('/attempts') ? Response.json(mock.attempts) : mock.fetch(input, init)
  }
  return listen({ ...mock, fetch: answer })
}
