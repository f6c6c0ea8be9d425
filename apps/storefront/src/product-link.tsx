import { Link } from 'react-router'

/** A product's name, which leads to it. */
export function productLink({ slug, name }: { slug: string; name: string }) {
  return <Link to={`/products/${slug}`}>{name}</Link>
}
