/** A line's SKU: its variant's where the product has variants, or else the product's own. */
export const skuFields = (sku: string | undefined, isVariant: boolean) =>
  isVariant ? { variant_sku: sku } : { product_sku: sku }
