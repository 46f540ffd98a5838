// Prints the one plain closing line that CI reads: the total over all projects of the run.
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    this.passed = results.numPassedTests;
    this.failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    this.skipped = results.numPendingTests;
    process.once('exit', () => {
      const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : '';
      process.stdout.write(`\n${this.passed} passed, ${this.failed} failed${skipped}\n`);
    });
  }
}
