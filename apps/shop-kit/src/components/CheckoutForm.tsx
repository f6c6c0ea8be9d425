'use client'

import { type FormEvent, useRef, useState } from 'react'
import {
  type Customer,
  type CustomerErrors,
  customerFields,
  demoCustomer,
  findErrors,
  readCustomer,
} from '../customer.ts'
import { TextField } from './TextField.tsx'

export function CheckoutForm({ onPlace }: { onPlace: (customer: Customer) => void }) {
  const form = useRef<HTMLFormElement>(null)
  const [errors, setErrors] = useState<CustomerErrors>({})

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const customer = readCustomer(new FormData(event.currentTarget))
    const errors = findErrors(customer)
    setErrors(errors)
    const first = customerFields.find(({ name }) => errors[name])
    if (first) input(first.name)?.focus()
    else onPlace(customer)
  }

  function fillIn() {
    for (const { name } of customerFields) {
      const field = input(name)
      if (field) field.value = demoCustomer[name]
    }
    setErrors({})
  }

  function input(name: keyof Customer) {
    return form.current?.querySelector<HTMLInputElement>(`[name=${name}]`)
  }

  return (
    <form className="checkout-form" ref={form} onSubmit={submit} noValidate>
      <fieldset>
        <legend>Where should it go?</legend>
        <button type="button" className="button-quiet" onClick={fillIn}>
          Fill in demo details
        </button>
        {customerFields.map(field => (
          <TextField key={field.name} field={field} error={errors[field.name]} />
        ))}
      </fieldset>
      <p className="muted">This is a demo shop: nothing is charged, and nothing will arrive.</p>
      <button type="submit" className="button">
        Place order
      </button>
    </form>
  )
}
