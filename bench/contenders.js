import { readFileSync } from 'node:fs'

/**
 * What is measured, each as a shop would write it: a module that exports `start` and `track`.
 *
 * @typedef {object} Contender
 * @property {string} id
 * @property {string} name
 * @property {'ours' | 'by hand' | 'SDK'} kind
 * @property {string} module beside this file
 * @property {string} settings how it is set up, where that is a choice
 */

/** @type {{ dependencies: Record<string, string> }} */
const { dependencies } = JSON.parse(readFileSync(`${import.meta.dirname}/sdks/package.json`, 'utf8'))

/** @returns {Contender} */
const sdk = (/** @type {string} */ id, /** @type {string} */ name, /** @type {string} */ settings) => ({
  id,
  name: `${name} ${dependencies[name]}`,
  kind: 'SDK',
  module: `sdks/${id}.js`,
  settings,
})

/** @type {Contender[]} */
export const contenders = [
  {
    id: 'ometria-headless',
    name: 'ometria-headless',
    kind: 'ours',
    module: 'contenders/ometria-headless.js',
    settings: '`createOmetriaClient`, `track`',
  },
  {
    id: 'ometria-react',
    name: 'ometria-react',
    kind: 'ours',
    module: 'contenders/ometria-react.jsx',
    settings: '`<OmetriaProvider>`, `useTrackOrder`',
  },
  {
    id: 'fetch',
    name: 'bare fetch',
    kind: 'by hand',
    module: 'contenders/fetch.js',
    settings: "`fetch(url, { method: 'POST', body: JSON.stringify(order) })`, and the answer is left alone",
  },
  {
    id: 'fetch-with-care',
    name: 'fetch with care',
    kind: 'by hand',
    module: 'contenders/fetch-with-care.js',
    settings: 'a bare fetch with a timeout, `keepalive`, a JSON content type, and its answer read',
  },
  {
    id: 'use-mutation',
    name: 'useMutation around fetch',
    kind: 'by hand',
    module: 'contenders/use-mutation.jsx',
    settings: 'a JSON content type, the status checked, the answer parsed',
  },
  sdk(
    'posthog',
    'posthog-js',
    '`module.slim`, its smallest build; autocapture, page views and leaves, performance, session recording, surveys and feature flags off; its bot filter and rate limit off, which would drop events of the bench',
  ),
  sdk('segment', '@segment/analytics-next', 'as it comes: settings fetched from its CDN (here), retries on'),
  sdk('snowplow', '@snowplow/browser-tracker', 'as it comes: no plugin, requests by POST'),
  sdk('amplitude', '@amplitude/analytics-browser', 'autocapture and remote configuration off'),
  sdk(
    'rudderstack',
    '@rudderstack/analytics-js',
    '`/lite`, the smallest entry that needs no plugin from a CDN; source configuration fetched (here)',
  ),
]

export const unversioned = (/** @type {string} */ name) => name.replace(/ [\d.]+$/, '')
