import { mkdirSync, writeFileSync } from 'node:fs'
import * as schemas from 'ometria-headless/schemas'
import * as z from 'zod'

// Each schema as JSON Schema, for OpenAPI, other languages and editors: orderAddEventSchema → order-add-event.json.
const folder = new URL('../dist/events/schemas/', import.meta.url)

mkdirSync(folder)
for (const [name, schema] of Object.entries(schemas)) {
  const file = name.replace(/Schema$/, '').replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)
  // What may be given, not what becomes of it: ids also as whole numbers, amounts also as decimal text.
  const json = z.toJSONSchema(schema, { io: 'input' })
  writeFileSync(new URL(`${file}.json`, folder), `${JSON.stringify(json, null, 2)}\n`)
}
