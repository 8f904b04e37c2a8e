import { defineConfig } from 'vitest/config';
import { NearestFirst } from './nearest-first.mjs';

/** The unit tests of pure code alone, for one fault at a time. */
export default defineConfig({
  test: {
    include: [
      'tests/{kernel,domain,log}/**/*.test.ts',
      'tests/fixed/**/*.unit.test.ts',
      // A file of tests that cannot be loaded has none that fails: this one loads inside a test.
      'tests/layers/pure-domain.test.ts',
    ],
    // Minutes of simulated students and a million steps tell no more about a fault than the rest.
    exclude: ['tests/domain/students/exams.test.ts', 'tests/log/replay/extent.test.ts'],
    // A fault that never ends is ended by Stryker; slow is what its copies of each place make of all.
    testTimeout: 600_000,
    sequence: { sequencer: NearestFirst },
  },
});
