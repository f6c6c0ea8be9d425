const most = 10

export function QuantityStepper({
  of,
  quantity,
  onChange,
}: {
  /** The piece's name, to tell its buttons from those of the next. */
  of: string
  quantity: number
  onChange: (quantity: number) => void
}) {
  return (
    <div className="stepper">
      <button
        type="button"
        aria-label={`One ${of} less`}
        disabled={quantity <= 1}
        onClick={() => onChange(quantity - 1)}
      >
        −
      </button>
      <output aria-label={`Quantity of ${of}`}>{quantity}</output>
      <button
        type="button"
        aria-label={`One ${of} more`}
        disabled={quantity >= most}
        onClick={() => onChange(quantity + 1)}
      >
        +
      </button>
    </div>
  )
}
