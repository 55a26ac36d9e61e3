// One line for each test file while it runs, what failed in full, and the counts for tests/run.mjs.
const fs = require('node:fs')
const path = require('node:path')

class Reporter {
  constructor(config) {
    this.root = config.rootDir
    this.counts = {}
    this.failures = []
  }

  onTestResult(test, result) {
    const project = test.context.config.displayName?.name ?? 'tests'
    const file = path.relative(this.root, test.path)
    this.counts[project] ??= { passed: 0, failed: 0, skipped: 0, seconds: 0 }
    const count = this.counts[project]
    const broken = result.testExecError ? 1 : 0 // the file could not run at all
    const failed = result.numFailingTests + (broken && !result.numFailingTests ? 1 : 0)
    const seconds = (result.perfStats.end - result.perfStats.start) / 1000
    count.passed += result.numPassingTests
    count.failed += failed
    count.skipped += result.numPendingTests + result.numTodoTests
    count.seconds += seconds
    for (const { status, fullName } of result.testResults)
      if (status === 'failed') this.failures.push({ project, file, title: fullName })
    if (broken && !result.numFailingTests) this.failures.push({ project, file, title: 'could not run' })
    const says = failed
      ? `${failed} FAILED, ${result.numPassingTests} passed`
      : `${result.numPassingTests} passed`
    console.log(`  ${file}  ${says}  ${seconds.toFixed(1)} s`)
    if (result.failureMessage) console.log(result.failureMessage)
  }

  onRunComplete() {
    const report = process.env.TEST_REPORT
    if (report) fs.writeFileSync(report, JSON.stringify({ counts: this.counts, failures: this.failures }))
  }
}

module.exports = Reporter
