import { expect, test } from 'vitest'
import { readCommand } from './command-line.js'

test("spells the account's own address out of its keys, and asks for the example's pages", () => {
  const command = readCommand(['--domain-key', 'acme', '--location-key', 'eu-1'], {})
  expect(command).toEqual({
    endpoint: new URL('https://acme.store-eu-1.ometria.services/api/track'),
    keys: { domainKey: 'acme', locationKey: 'eu-1' },
    origin: 'https://shop.example',
    auth: undefined,
    send: false,
    json: false,
  })
})

test('takes keys and credentials from the environment, beneath the command line', () => {
  const env = {
    OMETRIA_DOMAIN_KEY: 'acme',
    OMETRIA_LOCATION_KEY: 'eu',
    OMETRIA_API_KEY: 'key',
    OMETRIA_API_SECRET: 'hush',
  }
  expect(readCommand(['--location-key', 'us'], env)).toMatchObject({
    keys: { domainKey: 'acme', locationKey: 'us' },
    auth: { key: 'key', secret: 'hush' },
  })
})

test('takes the origin out of an address of the shop', () => {
  const args = ['--endpoint', 'http://localhost', '--origin', 'https://Shop.example:443/dresses/']
  expect(readCommand(args, {})).toMatchObject({ origin: 'https://shop.example' })
})

test('--help wins over all that is wrong', () => {
  expect(readCommand(['-h', '--origin', 'x'], {})).toBe('help')
})

const there = ['--endpoint', 'http://localhost']

test.each([
  [[], '--domain-key: expected the key, here or in OMETRIA_DOMAIN_KEY. There was none.'],
  [
    ['--domain-key', 'acme'],
    '--location-key: expected the key, here or in OMETRIA_LOCATION_KEY. There was none.',
  ],
  [['--domain-key', 'acme.example/'], '--domain-key: expected lower-case letters, digits and hyphens'],
  [['--endpoint', 'localhost:4010'], '--endpoint: expected a URL'],
  [['--endpoint', 'http://me:hush@localhost'], '--endpoint: expected a URL'],
  [[...there, '--origin', 'shop.example'], '--origin: expected the address of your shop'],
  [[...there, '--secret', 'hush'], '--key and --secret: expected both'],
  [[...there, '--key', 'a:b', '--secret', 'hush'], 'the key without a colon'],
  [['--secrethush'], 'an option that is not known'],
  [['-shush'], 'an option that is not known'],
  [['--key', 'acme', 'hush'], 'an option that is not known'],
  [['--secret'], 'one without its value'],
  [['--send=hush'], 'one without its value'],
])('refuses %j with a reason that repeats no value', (args, reason) => {
  expect(() => readCommand(args, {})).toThrow(reason)
  expect(() => readCommand(args, {})).not.toThrow('hush')
})
