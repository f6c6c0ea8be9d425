// The adapters' tests read these packages for their types alone: what they run on, some 200 packages, stays away.
const typesAlone = new Set([
  '@bigcommerce/checkout-sdk',
  '@commercetools/platform-sdk',
  '@medusajs/types',
  '@shopify/hydrogen-react',
  'commerce-sdk-isomorphic',
  'woocommerce-rest-ts-api',
])

const readPackage = found =>
  typesAlone.has(found.name) ? { ...found, dependencies: {}, peerDependencies: {} } : found

module.exports = { hooks: { readPackage } }
