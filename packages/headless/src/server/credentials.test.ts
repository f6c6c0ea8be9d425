import { expect, test } from 'vitest'
import { createCredentials } from './credentials.js'

const secret = `s&cret"w+ord's <é>/\\`
const { headers, hideSecret } = createCredentials({ key: 'key', secret })
const basic = headers.authorization ?? ''

const entities = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#39;')
const inHex = (text: string) => text.replace(/[^a-z]/gi, char => `&#x${char.codePointAt(0)?.toString(16)};`)
const inUnicode = (text: string) =>
  text.replace(/[^a-z]/gi, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

const escapings: [string, (text: string) => string][] = [
  ['as it is', text => text],
  ['in JSON', JSON.stringify],
  ['in JSON as .NET writes it', inUnicode],
  ['in JSON within JSON', text => JSON.stringify(JSON.stringify(text))],
  ['in HTML', entities],
  ['in HTML by numbers', inHex],
  ['in HTML within JSON', text => JSON.stringify(entities(text))],
  ['in HTML twice', text => entities(entities(text))],
  ['in a URL', encodeURIComponent],
  [
    'in a URL, in small letters',
    text => encodeURIComponent(text).replace(/%../g, byte => byte.toLowerCase()),
  ],
  ['in a form', text => `${new URLSearchParams({ a: text })}`],
  ['in a URL within HTML', text => entities(`/login?a=1&b=${encodeURIComponent(text)}`)],
]

test.each(escapings)('keeps back a text that holds the secret or the header %s', (_, escaped) => {
  expect(hideSecret(`<p>You sent ${escaped(secret)}, which is wrong.`)).toBe('')
  expect(hideSecret(`<p>You sent ${escaped(basic)}, which is wrong.`)).toBe('')
})

test.each([
  'no such store',
  '{"error":"50 % off & more","path":"C:\\\\temp"}',
  '%E0%A4%A &#x1F511; &#9999999; &#xfffff; &copy; %zz',
  '',
])('lets any other text through: %j', text => {
  expect(hideSecret(text)).toBe(text)
})

test('without credentials there is nothing to keep back', () => {
  expect(createCredentials(undefined).hideSecret(secret)).toBe(secret)
})
