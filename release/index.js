import { execFileSync } from 'node:child_process'

// `pnpm release --dry-run`: builds, packs and checks everything that would be published, and publishes nothing. Without, it publishes
// each version that npm does not have yet, as the workflow does; that takes a login to npm.
const isDry = process.argv.includes('--dry-run')
const pnpm = (/** @type {string[]} */ ...args) =>
  execFileSync('npx', ['-y', 'pnpm@10.34.9', ...args], { stdio: 'inherit' })

pnpm('packaging')
pnpm('exec', 'vitest', 'run', '--project', 'node', 'release')
if (isDry) {
  pnpm(
    'publish',
    '--recursive',
    '--filter',
    './packages/*',
    '--dry-run',
    '--no-git-checks',
    '--access',
    'public',
  )
  console.log('Everything is ready. Nothing was published.')
} else {
  pnpm('exec', 'changeset', 'publish')
}
