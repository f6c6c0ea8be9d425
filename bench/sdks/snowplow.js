import { newTracker, trackSelfDescribingEvent } from '@snowplow/browser-tracker'

export function start() {
  newTracker('shop', location.origin, { appId: 'shop' })
}

/** @param {object} order */
export const track = order =>
  trackSelfDescribingEvent({ event: { schema: 'iglu:shop/order/jsonschema/1-0-0', data: order } })
