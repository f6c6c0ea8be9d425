export function ProductPicture({
  slug,
  colourId,
  alt,
  eager = false,
}: {
  slug: string
  colourId: string
  /** Empty where the text beside it says the same. */
  alt: string
  /** For what is seen first: not loaded lazily. */
  eager?: boolean
}) {
  return (
    <img
      className="picture"
      src={pictureOf(slug, colourId)}
      alt={alt}
      width={800}
      height={1000}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
}

/** One drawing a product, of 800 by 1000; the fragment picks its colour. */
export function pictureOf(slug: string, colourId: string): string {
  return `/pictures/${slug}.svg#${colourId}`
}
