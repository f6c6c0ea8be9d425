import { type Command, help, readCommand, UsageError } from './command-line.js'
import { conclude } from './conclude.js'
import { examine } from './examine.js'
import { report } from './report.js'
import { reportAsJson } from './report-as-json.js'

async function run({ json, ...command }: Command) {
  const seen = await examine(command)
  const account = { ...command, auth: command.auth !== undefined }
  const conclusion = conclude(seen, account.origin, account.auth)
  process.stdout.write((json ? reportAsJson : report)(account, seen, conclusion))
  process.exitCode = conclusion.exit
}

try {
  const command = readCommand(process.argv.slice(2), process.env)
  if (command === 'help') process.stdout.write(help)
  else await run(command)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message} See ometria-doctor --help.\n`)
  process.exitCode = 2
}
