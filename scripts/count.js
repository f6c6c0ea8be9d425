import { readFileSync } from 'node:fs'

// The last line of CI, from the reports of the test runner and of the starters.
const tests = readTests(read('test-results.json'))
const starters = read('starters-results.json')
console.log(`${tests.passed + starters.passed} passed, ${tests.failed + starters.failed} failed`)

function read(/** @type {string} */ report) {
  return JSON.parse(readFileSync(report, 'utf8'))
}

/** @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report */
function readTests({ numPassedTests, numFailedTests, testResults }) {
  // A file that fails before its first test, or in `beforeAll`, has no test that failed, and has failed all the same.
  const testless = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some(({ status }) => status === 'failed'),
  ).length
  return { passed: numPassedTests, failed: numFailedTests + testless }
}
