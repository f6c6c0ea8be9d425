'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** The page's address, as links spell it. */
export function useHere(): string {
  const search = useSearchParams().toString()
  return usePathname() + (search && `?${search}`)
}
