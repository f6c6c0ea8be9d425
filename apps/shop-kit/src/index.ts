export {
  addToBasket,
  type Basket,
  type BasketLine,
  countOf,
  noBasket,
  packBasket,
  packLine,
  setQuantity,
  unpackBasket,
  unpackLine,
  withLines,
} from './basket.ts'
export { basketEventLine } from './basket-event-line.ts'
export { type Category, type CategoryId, categories, findCategory } from './category.ts'
export { BasketDetails } from './components/BasketDetails.tsx'
export { BasketSummary } from './components/BasketSummary.tsx'
export { CheckoutForm } from './components/CheckoutForm.tsx'
export { ConsentBanner } from './components/ConsentBanner.tsx'
export { Hero } from './components/Hero.tsx'
export { OrderDetails } from './components/OrderDetails.tsx'
export { OrderLines } from './components/OrderLines.tsx'
export { OrderStatusBadge } from './components/OrderStatusBadge.tsx'
export { PrivacyNotice } from './components/PrivacyNotice.tsx'
export { ProductCard } from './components/ProductCard.tsx'
export { ProductDetails } from './components/ProductDetails.tsx'
export { TotalsList } from './components/TotalsList.tsx'
export { type Customer, findErrors } from './customer.ts'
export { formatDate } from './date.ts'
export { focusHeading } from './focus-heading.ts'
export { currency, formatPrice } from './money.ts'
export { isOrder, type Order, type OrderLine, placeOrder, returnLine, statusOf } from './order.ts'
export { orderEvent, orderLineEvent } from './order-event.ts'
export type { Product, Variant } from './product.ts'
export { findProduct, goesWellWith, products } from './products.ts'
export { ReceivedPanel } from './received/ReceivedPanel.tsx'
