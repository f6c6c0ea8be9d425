import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from 'selfsigned'
import { expect, onTestFinished, test } from 'vitest'
import type { Said } from './doctor.js'

const bin = fileURLToPath(new URL('../bin/ometria-doctor.js', import.meta.url))

/** The command, with nothing in its environment but what is given. */
const runDoctor = (args: string[], env: Record<string, string> = {}) =>
  new Promise<Said>(resolve => {
    const child = execFile(process.execPath, [bin, ...args], { env }, (_, out, err) =>
      resolve({ out, err, exit: child.exitCode ?? -1 }),
    )
  })

test('a wrong command line ends with 2, and a reason', async () => {
  const { out, err, exit } = await runDoctor(['--key', 'acme', 'hush'])
  expect([exit, out]).toEqual([2, ''])
  expect(err).toMatch(/^The command line has an option that is not known.* See ometria-doctor --help\.\n$/)
})

test('--help says all options and ends with 0', async () => {
  const { out, exit } = await runDoctor(['--help'])
  expect(exit).toBe(0)
  for (const option of ['--send', '--json', '--endpoint', '--origin', '--secret'])
    expect(out).toContain(option)
})

async function overTls(options: ServerOptions = {}) {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  })
  const server = createServer({ key: made.private, cert: made.cert, ...options }, (_, response) =>
    response.writeHead(400).end('{}'),
  ).listen(0, 'localhost')
  await once(server, 'listening')
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'))
  const trusted = join(folder, 'certificate.pem')
  writeFileSync(trusted, made.cert)
  onTestFinished(() => {
    server.close()
    rmSync(folder, { recursive: true })
  })
  const { port } = server.address() as AddressInfo // not a pipe's name, since it listens on a port
  return { endpoint: `https://localhost:${port}/api/track`, trusted }
}

test('tells the version of TLS', async () => {
  const { endpoint, trusted } = await overTls()
  const { out, exit } = await runDoctor(['--endpoint', endpoint], { NODE_EXTRA_CA_CERTS: trusted })
  expect(out).toMatch(/reached +yes: \S+, TLSv1\.3\n/)
  expect(exit).toBe(0)
})

test('tells a certificate that is not to be trusted from a host with old TLS', async () => {
  const untrusted = await runDoctor(['--endpoint', (await overTls()).endpoint])
  expect(untrusted.exit).toBe(3)
  expect(untrusted.out).toContain("The host's certificate is not to be trusted (")

  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  const { endpoint, trusted } = await overTls(old)
  const tooOld = await runDoctor(['--endpoint', endpoint], { NODE_EXTRA_CA_CERTS: trusted })
  expect(tooOld.exit).toBe(3)
  expect(tooOld.out).toContain('The host offers no TLS of version 1.2 or later')
})
