import { defineConfig } from 'vitest/config';

/** The tests that mutation testing runs: of the model by themselves, without the kernel. */
export default defineConfig({
  test: {
    include: ['test/model/**/*.test.ts'],
    exclude: ['test/model/templates.test.ts', 'test/model/odd.test.ts'],
    // Measures time, which instrumented code takes more of.
    testNamePattern: /^(?!.*quick enough)/,
  },
});
