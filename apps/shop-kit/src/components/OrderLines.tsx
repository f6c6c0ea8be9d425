import type { ReactNode } from 'react'
import type { OrderLine } from '../order.ts'
import { LineItem } from './LineItem.tsx'

export function OrderLines({
  lines,
  productLink,
  actions,
}: {
  lines: OrderLine[]
  productLink: (line: OrderLine) => ReactNode
  actions?: (line: OrderLine, describedBy: string) => ReactNode
}) {
  return (
    <ul className="lines">
      {lines.map(line => (
        <LineItem
          key={line.id}
          line={line}
          name={productLink(line)}
          {...(actions && { actions: (describedBy: string) => actions(line, describedBy) })}
        />
      ))}
    </ul>
  )
}
