import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a test run with the tests that were skipped, each with its reason: what it passed to
 * `skip('the reason')`, or its title where the reason stands there.
 */
export default class SkipsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => {
        const result = test.result();
        const reason = result.state === 'skipped' ? result.note : undefined;
        return `  ${test.fullName}${reason ? `: ${reason}` : ''}`;
      }),
    );
    if (lines.length > 0) console.log(`Skipped:\n${lines.join('\n')}`);
  }
}
