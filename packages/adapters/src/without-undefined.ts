/** What is `undefined` is not there, as in JSON. */
export function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  for (const key in fields) if (fields[key] === undefined) delete fields[key]
  return fields
}
