import { init, track as report } from '@amplitude/analytics-browser'

export function start() {
  init('bench', {
    serverUrl: `${location.origin}/2/httpapi`,
    autocapture: false,
    fetchRemoteConfig: false,
  })
}

/** @param {object} order */
export const track = order => report('Order Completed', order)
