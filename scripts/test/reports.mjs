/** What the tools wrote of their runs, as numbers and as words for the very end. */
import { readFileSync } from 'node:fs';

/** A task's tests: how many passed and failed, what the failed said, and what needed a second try. */
export function readReport({ tool, report, lastWords }) {
  const content = read(report);
  return tool === 'vitest' ? ofVitest(content, read(lastWords)) : ofPlaywright(content);
}

function ofVitest({ numPassedTests = 0, numFailedTests = 0 }, words) {
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    words: Array.isArray(words) ? words : [],
    secondTries: [],
  };
}

function ofPlaywright({ stats = {}, suites = [], errors = [] }) {
  const { expected = 0, unexpected = 0, flaky = 0 } = stats;
  const tests = suites.flatMap((suite) => testsOf(suite, []));
  return {
    passed: expected + flaky,
    failed: unexpected,
    words: [
      ...errors.map(({ message }) => message),
      ...tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ name, messages }) => `${name}\n${messages.join('\n')}`),
    ],
    secondTries: tests.filter(({ status }) => status === 'flaky').map(({ name }) => name),
  };
}

function testsOf({ title, suites = [], specs = [] }, above) {
  const path = [...above, title].filter(Boolean);
  return [
    ...suites.flatMap((suite) => testsOf(suite, path)),
    ...specs.flatMap((spec) =>
      spec.tests.map(({ projectName, status, results }) => ({
        name: [projectName, ...path, spec.title].join(' > '),
        status,
        messages: (results.at(-1)?.errors ?? []).map(({ message }) => message),
      })),
    ),
  ];
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return {};
  }
}
