import { categories } from 'shop-kit'
import { NavLink } from './NavLink.tsx'

export function Header({ count }: { count: number }) {
  return (
    <header className="header">
      <NavLink className="wordmark" href="/">
        dimity
      </NavLink>
      <nav className="categories" aria-label="Categories">
        <ul>
          {categories.map(({ id, name }) => (
            <li key={id}>
              <NavLink href={`/?category=${id}`}>{name}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <nav className="visit" aria-label="Your visit">
        <NavLink href="/orders">Orders</NavLink>
        <NavLink href="/basket">
          Basket <span className="basket-count">{count}</span>
        </NavLink>
      </nav>
    </header>
  )
}
