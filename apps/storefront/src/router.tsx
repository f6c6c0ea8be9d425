import { createBrowserRouter } from 'react-router'
import { Layout } from './Layout.js'
import { BasketPage } from './pages/BasketPage.js'
import { CheckoutPage } from './pages/CheckoutPage.js'
import { ConfirmationPage } from './pages/ConfirmationPage.js'
import { NotFoundPage } from './pages/NotFoundPage.js'
import { OrderPage } from './pages/OrderPage.js'
import { OrdersPage } from './pages/OrdersPage.js'
import { PrivacyPage } from './pages/PrivacyPage.js'
import { ProductListPage } from './pages/ProductListPage.js'
import { ProductPage } from './pages/ProductPage.js'

export const router = createBrowserRouter([
  {
    element: <Layout />,
    children: [
      { index: true, element: <ProductListPage /> },
      { path: 'products/:slug', element: <ProductPage /> },
      { path: 'basket', element: <BasketPage /> },
      { path: 'checkout', element: <CheckoutPage /> },
      { path: 'orders', element: <OrdersPage /> },
      { path: 'orders/:id', element: <OrderPage /> },
      { path: 'orders/:id/confirmation', element: <ConfirmationPage /> },
      { path: 'privacy', element: <PrivacyPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
])
