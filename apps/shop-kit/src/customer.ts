/** What the checkout asks, field by field. */
export const customerFields = [
  {
    name: 'email',
    label: 'Email',
    type: 'email',
    autoComplete: 'email',
    missing: 'Enter your email address, such as ada@example.com.',
  },
  { name: 'name', label: 'Full name', type: 'text', autoComplete: 'name', missing: 'Enter your name.' },
  {
    name: 'address',
    label: 'Address',
    type: 'text',
    autoComplete: 'address-line1',
    missing: 'Enter your street and house number.',
  },
  {
    name: 'town',
    label: 'Town or city',
    type: 'text',
    autoComplete: 'address-level2',
    missing: 'Enter your town or city.',
  },
  {
    name: 'postcode',
    label: 'Postcode',
    type: 'text',
    autoComplete: 'postal-code',
    missing: 'Enter your postcode.',
  },
] as const

export type CustomerField = (typeof customerFields)[number]
export type Customer = Record<CustomerField['name'], string>
export type CustomerErrors = Partial<Customer>

export const demoCustomer: Customer = {
  email: 'ada@example.com',
  name: 'Ada Morland',
  address: '12 Weaver’s Row',
  town: 'Kendal',
  postcode: 'LA9 4RT',
}

export function readCustomer(form: FormData): Customer {
  const read = (name: CustomerField['name']) => String(form.get(name) ?? '').trim()
  return {
    email: read('email'),
    name: read('name'),
    address: read('address'),
    town: read('town'),
    postcode: read('postcode'),
  }
}

export function findErrors(customer: Customer): CustomerErrors {
  const errors: CustomerErrors = {}
  for (const { name, missing } of customerFields) if (!customer[name]) errors[name] = missing
  if (customer.email && !/^\S+@\S+\.\S+$/.test(customer.email)) {
    errors.email = `“${customer.email}” is not an email address. Enter one such as ada@example.com.`
  }
  return errors
}
