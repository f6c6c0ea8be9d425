import { Link, useLocation } from 'react-router'
import { categories, countOf } from 'shop-kit'
import { useBasket } from './stores/useBasket.js'

export function Header() {
  const count = countOf(useBasket().lines)
  const { pathname, search } = useLocation()
  const here = pathname + search
  const current = (to: string) => (to === here ? 'page' : undefined)
  return (
    <header className="header">
      <Link className="wordmark" to="/" aria-current={current('/')}>
        dimity
      </Link>
      <nav className="categories" aria-label="Categories">
        <ul>
          {categories.map(({ id, name }) => (
            <li key={id}>
              <Link to={`/?category=${id}`} aria-current={current(`/?category=${id}`)}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav className="visit" aria-label="Your visit">
        <Link to="/orders" aria-current={current('/orders')}>
          Orders
        </Link>
        <Link to="/basket" aria-current={current('/basket')}>
          Basket <span className="basket-count">{count}</span>
        </Link>
      </nav>
    </header>
  )
}
