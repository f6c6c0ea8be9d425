import posthog from 'posthog-js/dist/module.slim.js'

export function start() {
  posthog.init('bench', {
    api_host: location.origin,
    autocapture: false,
    capture_pageview: false,
    capture_pageleave: false,
    capture_performance: false,
    disable_session_recording: true,
    disable_surveys: true,
    advanced_disable_flags: true,
    // It counts no driven browser, and no more than a hundred events at once.
    opt_out_useragent_filter: true,
    rate_limiting: { events_per_second: 100_000, events_burst_limit: 100_000 },
  })
}

/** @param {object} order */
export const track = order => posthog.capture('Order Completed', order)
