/**
 * A spot of colour. An attribute of SVG, because under a strict content security policy the markup that a server sends
 * may carry no `style`.
 */
export function Swatch({ className, colour }: { className: string; colour: string }) {
  return <svg className={className} color={colour} aria-hidden="true" />
}
