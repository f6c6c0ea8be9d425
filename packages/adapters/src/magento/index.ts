export { type MagentoGraphQLOrder, orderFragment, orderFromGraphQL } from './order-from-graphql.js'
export { type MagentoRestOrder, orderFromRest } from './order-from-rest.js'
