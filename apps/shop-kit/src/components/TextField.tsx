import { useId } from 'react'
import type { CustomerField } from '../customer.ts'

export function TextField({ field, error }: { field: CustomerField; error: string | undefined }) {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div className={`field field-${field.name}`}>
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        name={field.name}
        type={field.type}
        autoComplete={field.autoComplete}
        required
        aria-invalid={error !== undefined}
        aria-describedby={error && errorId}
      />
      {error && (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  )
}
