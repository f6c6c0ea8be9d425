import { commandLine, usage } from './cli/command-line.js'
import { CommandError, exitCodes } from './cli/exit.js'
import { replay } from './cli/replay.js'
import { status } from './cli/status.js'
import { work } from './cli/work.js'

/** Runs a command. Resolves with its exit code. */
async function run(): Promise<number> {
  const line = commandLine(process.argv.slice(2))
  switch (line.command) {
    case 'work':
      return work(line, process.env)
    case 'status':
      return status(line, process.env)
    case 'replay':
      return replay(line, process.env)
    case 'help':
      console.log(usage)
      return exitCodes.done
  }
}

try {
  // Connections that still look for their store would keep the process.
  process.exit(await run())
} catch (thrown) {
  const { message, exitCode } = CommandError.from(thrown)
  console.error(message)
  process.exit(exitCode)
}
