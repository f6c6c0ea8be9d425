import Link from 'next/link'

/** A product's name, which leads to it. */
export function productLink({ slug, name }: { slug: string; name: string }) {
  return <Link href={`/products/${slug}`}>{name}</Link>
}
