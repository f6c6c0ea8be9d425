import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { LineItem, type OrderLine } from 'shop-kit'

export function OrderLines({
  lines,
  actions,
}: {
  lines: OrderLine[]
  actions?: (line: OrderLine, describedBy: string) => ReactNode
}) {
  return (
    <ul className="lines">
      {lines.map(line => (
        <LineItem
          key={line.id}
          line={line}
          name={<Link to={`/products/${line.slug}`}>{line.name}</Link>}
          {...(actions && { actions: (describedBy: string) => actions(line, describedBy) })}
        />
      ))}
    </ul>
  )
}
