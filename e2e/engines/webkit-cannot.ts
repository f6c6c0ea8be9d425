/** What WebKitGTK's driver can't do, and why. */
export const webkitCannot = {
  'be driven by Playwright': 'Playwright drives no stock WebKit',
  'block requests': 'WebKitWebDriver lets nobody stop a request',
  crash: 'WebKitWebDriver ends its session with a page that crashes',
  'crash one tab': 'WebKitWebDriver ends its session with a page that crashes',
  'go offline': 'WebKitWebDriver has no network of its own to cut',
  prerender: 'WebKit has no prerendering',
  'report long tasks': 'WebKit has no Long Tasks API',
}
