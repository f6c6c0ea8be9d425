import { type BigCommerceProduct, type BigCommerceV2Order, orderFromV2 } from 'ometria-adapters/bigcommerce'
import { type CommercetoolsOrder, orderFromCommercetools } from 'ometria-adapters/commercetools'
import { type Ga4Event, orderFromPurchase } from 'ometria-adapters/ga4'
import { type MagentoRestOrder, orderFromRest } from 'ometria-adapters/magento'
import { type MedusaOrder, orderFromMedusa } from 'ometria-adapters/medusa'
import { orderFromSaleor, type SaleorOrder } from 'ometria-adapters/saleor'
import { orderFromScapi, type SalesforceOrder } from 'ometria-adapters/salesforce'
import { orderFromVendure, type VendureOrder } from 'ometria-adapters/vendure'

export const fromBigCommerce = (order: BigCommerceV2Order, products: BigCommerceProduct[]) =>
  orderFromV2(order, products)
export const fromCommercetools = (order: CommercetoolsOrder) =>
  orderFromCommercetools(order, { locale: 'en-GB' })
export const fromDataLayer = (event: Ga4Event) => orderFromPurchase(event, { taxIncluded: true })
export const fromMagento = (order: MagentoRestOrder) => orderFromRest(order)
export const fromMedusa = (order: MedusaOrder) => orderFromMedusa(order)
export const fromSaleor = (order: SaleorOrder) => orderFromSaleor(order)
export const fromSalesforce = (order: SalesforceOrder) => orderFromScapi(order)
export const fromVendure = (order: VendureOrder) => orderFromVendure(order)
