'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useHere } from './useHere.ts'

/** A link that says when one is there already. */
export function NavLink({
  href,
  className,
  children,
}: {
  href: string
  className?: string
  children: ReactNode
}) {
  return (
    <Link href={href} className={className} aria-current={href === useHere() ? 'page' : undefined}>
      {children}
    </Link>
  )
}
