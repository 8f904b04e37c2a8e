import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lateAnswers } from './late-answers.ts';

const renderer = join(import.meta.dirname, '../../src/renderer');

/** Files that let nothing go for good, each with its reason. */
const NEVER_LATE: Readonly<Record<string, string>> = {
  'app.tsx': 'each is told once a start, and a part of its own of the notes',
  'card/undrawn/undrawn-notice.tsx': 'what it does shows nothing',
  'decks/load-deck.tsx': 'all that it reads is shown by one function, which asks for the newest',
  'recovery/recovery.tsx': 'it is done once, whoever looks',
  'review/use-review.ts': 'everything is done in its turn',
};

const screens = Object.fromEntries(
  readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !(path in NEVER_LATE))
    .map((path) => [path, readFileSync(join(renderer, path), 'utf8')]),
);

test('[WAIT-1] no screen shows an answer that it no longer waits for', () => {
  expect(Object.keys(screens).length).toBeGreaterThan(80);
  expect(lateAnswers(screens)).toEqual([]);
});

describe('found is', () => {
  test('an effect that does not let go', () => {
    const asks =
      'useEffect(() => {\n  void ask(path).then((found) => setRead(found));\n}, [path]);';
    expect(lateAnswers({ 'a.tsx': asks })).toHaveLength(1);
    const letsGo = asks.replace(
      '\n}, [path',
      '\n  return () => {\n    isGone = true;\n  };\n}, [path',
    );
    expect(lateAnswers({ 'a.tsx': letsGo })).toEqual([]);
  });

  test('a function that an effect begins, which shows whatever comes last', () => {
    const look = (guard: string) =>
      `const look = useCallback(async () => {\n  const found = await ask();\n  ${guard}setRead(found);\n}, []);\nuseEffect(() => void look(), [look]);`;
    expect(lateAnswers({ 'a.tsx': look('') })).toHaveLength(1);
    expect(lateAnswers({ 'a.tsx': look('if (isNewest()) ') })).toEqual([]);
  });

  test('a setter that is given an answer as it comes', () => {
    expect(lateAnswers({ 'a.tsx': 'void ask().then(setRead);' })).toHaveLength(1);
  });
});

/** A wait of vitest's without a limit of its own. */
const IMPATIENT = /\bvi\.wait(For|Until)\((?![^;]*(, [\d_]{5,}|timeout: ?\w+))[^;]*;/;

test('tests wait as long as a busy machine takes, and not the second that is vitest’s own', () => {
  const tests = join(import.meta.dirname, '..');
  const impatient = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && path !== 'support/wait-for.ts')
    .filter((path) => IMPATIENT.test(readFileSync(join(tests, path), 'utf8')));
  expect(impatient).toEqual([]);
});
