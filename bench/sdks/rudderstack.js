import { RudderAnalytics } from '@rudderstack/analytics-js/lite'

const analytics = new RudderAnalytics()

export function start() {
  analytics.load('bench', location.origin, { configUrl: location.origin })
}

/** @param {object} order */
export const track = order => analytics.track('Order Completed', order)
