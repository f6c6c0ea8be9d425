import { doctor } from './doctor.js'

const { out, err, exit } = await doctor(process.argv.slice(2), process.env)
process.stdout.write(out)
process.stderr.write(err)
process.exitCode = exit
