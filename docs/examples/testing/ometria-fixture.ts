import { test as base } from '@playwright/test'
import { createMockOmetria, type MockOmetria } from 'ometria-mock'
import { listen } from 'ometria-mock/node'

/** Playwright's `test`, with what Ometria received as `ometria`. */
export const test = base.extend<{ ometria: MockOmetria }>({
  ometria: async ({ context }, use) => {
    const mock = createMockOmetria()
    const server = await listen(mock)
    await context.route('https://*.ometria.services/api/track', async route => {
      const response = await route.fetch({ url: `${server.url}/api/track` }).catch(() => undefined)
      await (response ? route.fulfill({ response }) : route.abort())
    })
    await use(mock)
    await context.close()
    await server.close()
  },
})
