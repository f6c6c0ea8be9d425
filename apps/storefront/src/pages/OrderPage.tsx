import { useParams } from 'react-router'
import { OrderDetails } from 'shop-kit'
import { Page } from '../Page.js'
import { productLink } from '../product-link.js'
import { useOrder } from '../tracking/useOrder.js'
import { NotFoundPage } from './NotFoundPage.js'

export function OrderPage() {
  const found = useOrder(useParams().id)
  if (!found) return <NotFoundPage />
  const { order, cancel, returnLine } = found
  return (
    <Page title={`Order ${order.id}`} context={{ page: 'order' }}>
      <OrderDetails order={order} onCancel={cancel} onReturn={returnLine} productLink={productLink} />
    </Page>
  )
}
