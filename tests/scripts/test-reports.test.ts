import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readReport } from '../../scripts/test/reports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'rounds-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('a run of Playwright: a second try counts as passed and is named, a failure with its words', () => {
  const result = (status: string, message?: string) => ({
    projectName: 'web',
    status,
    results: [{ errors: message === undefined ? [] : [{ message }] }],
  });
  const report = written('playwright.json', {
    stats: { expected: 3, unexpected: 1, flaky: 1 },
    errors: [],
    suites: [
      {
        title: 'a.spec.ts',
        specs: [
          { title: 'fine', tests: [result('expected')] },
          { title: 'late', tests: [result('flaky')] },
        ],
        suites: [
          { title: 'inside', specs: [{ title: 'wrong', tests: [result('unexpected', 'not so')] }] },
        ],
      },
    ],
  });
  expect(readReport({ tool: 'playwright', report, lastWords: undefined })).toEqual({
    passed: 4,
    failed: 1,
    words: ['web > a.spec.ts > inside > wrong\nnot so'],
    secondTries: ['web > a.spec.ts > late'],
  });
});

test('a run of vitest: its numbers, and the last words as they were written', () => {
  const report = written('vitest.json', { numPassedTests: 7, numFailedTests: 2 });
  const lastWords = written('words.json', ['one', 'two']);
  expect(readReport({ tool: 'vitest', report, lastWords })).toEqual({
    passed: 7,
    failed: 2,
    words: ['one', 'two'],
    secondTries: [],
  });
});

test('a run that wrote nothing counts nothing', () => {
  const report = join(folder, 'none.json');
  for (const tool of ['vitest', 'playwright'] as const) {
    expect(readReport({ tool, report, lastWords: report })).toEqual({
      passed: 0,
      failed: 0,
      words: [],
      secondTries: [],
    });
  }
});
