import { execFileSync } from 'node:child_process'

/** Some 750 MB of runtimes out of npm packages, in a folder of their own, without running any of their scripts. */
export function installEngines() {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: `${import.meta.dirname}/engines`,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
