import { Place } from './place.js'

type Maybe<Value> = Value | null | undefined

/** A page of a GraphQL list, asked for by its `nodes` or by its `edges`. */
export interface Connection<Node> {
  readonly nodes?: Maybe<readonly Node[]>
  readonly edges?: Maybe<readonly { readonly node: Node }[]>
}

/** The elements of a page. */
export function nodesOf<Node>(page: Place<Maybe<Connection<Node>>>): Place<Node>[] {
  const known: Place<Connection<Node> | undefined> = new Place(page.given ?? undefined, page.path)
  return known.maybe('nodes') ? known.list('nodes') : known.list('edges').map(edge => edge.at('node'))
}
