import { type Context, TrackView } from 'ometria-react'
import type { ReactNode } from 'react'

/** What every page has: a title, and a view of it for Ometria. */
export function Page({ title, context, children }: { title: string; context: Context; children: ReactNode }) {
  return (
    <>
      <title>{`${title} · Dimity`}</title>
      <TrackView context={context} />
      {children}
    </>
  )
}
