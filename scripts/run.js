import { spawnSync } from 'node:child_process'

/** What the command said. @param {string} command @param {string[]} args @param {string} cwd */
export function run(command, args, cwd, env = process.env) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
  return stdout + stderr
}
