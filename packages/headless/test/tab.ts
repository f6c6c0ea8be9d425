import { afterEach, vi } from 'vitest'
import type * as headless from '../src/index.js'
import { endpoint, fetchMock } from './page.js'

const frames = new Set<HTMLIFrameElement>()

/** Another document of the shop, with code and a client of its own. */
export async function openTab(at = endpoint()) {
  const frame = document.body.appendChild(document.createElement('iframe'))
  frames.add(frame)
  const tab: { headless: typeof headless } = Object(frame.contentWindow)
  const script = Object.assign(document.createElement('script'), {
    type: 'module',
    textContent: `
      import * as headless from '${new URL('../src/index.ts', import.meta.url)}'
      window.headless = headless
      parent.dispatchEvent(new Event('tab'))
    `,
  })
  const ready = new Promise(resolve => addEventListener('tab', resolve, { once: true }))
  frame.contentDocument?.body.append(script)
  await ready
  const told = vi.fn()
  const client = tab.headless.createOmetriaClient({
    endpoint: at,
    consent: 'granted',
    fetch: fetchMock,
    onError: told,
  })
  const hide = () => frame.contentWindow?.dispatchEvent(new PageTransitionEvent('pagehide'))
  return { client, told, hide, close: () => frame.remove(), headless: tab.headless }
}

afterEach(() => {
  for (const frame of frames) frame.remove()
  frames.clear()
})
