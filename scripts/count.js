import { readFileSync } from 'node:fs'

// The last line of CI, from the test runner's own report.
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync('test-results.json', 'utf8'))
// A file that fails before its first test has a test count of nothing, and has failed all the same.
const fileless = testResults.filter(
  (/** @type {{ status: string, assertionResults: unknown[] }} */ { status, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0,
).length
console.log(`${numPassedTests} passed, ${numFailedTests + fileless} failed`)
