import { type Command, help, readCommand, UsageError } from './command-line.js'
import { conclude } from './conclude.js'
import { examine } from './examine.js'
import { report } from './report.js'
import { reportAsJson } from './report-as-json.js'

/** What the command prints, and where, and the code that it ends with. */
export interface Said {
  out: string
  err: string
  exit: number
}

export async function doctor(args: string[], env: Record<string, string | undefined>): Promise<Said> {
  try {
    const command = readCommand(args, env)
    return command === 'help' ? { out: help, err: '', exit: 0 } : await answer(command)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { out: '', err: `${error.message} See ometria-doctor --help.\n`, exit: 2 }
  }
}

async function answer({ json, ...command }: Command): Promise<Said> {
  const seen = await examine(command)
  const account = { ...command, auth: command.auth !== undefined }
  const conclusion = conclude(seen, account.origin, account.auth)
  const write = json ? reportAsJson : report
  return { out: write(account, seen, conclusion), err: '', exit: conclusion.exit }
}
