import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** What the command said. @param {string} command @param {string[]} args @param {string} cwd */
export function run(command, args, cwd, env = process.env) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout + stderr
}

/** Packs a package as it would be published. @param {string} name @param {string} into a folder */
export function pack(name, into) {
  const tarball = join(into, `${name}.tgz`)
  run('npx', ['-y', 'pnpm@10.34.9', 'pack', '--out', tarball], join('packages', name))
  return tarball
}
