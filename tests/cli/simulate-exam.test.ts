import { expect, test } from 'vitest';
import { simulateExamCommand } from '../../src/cli/simulate-exam.ts';
import { DEFAULT_WEIGHTS } from '../../src/domain/memory/weights.ts';

const SMALL = ['--cards', '120', '--seen', '0.7', '--days', '6', '--minutes', '3', '--seed', '4'];

async function run(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await simulateExamCommand(args, {
    openFile: () => Promise.reject(new Error('no such file')),
    readText: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

function without(args: readonly string[], name: string): string[] {
  const at = args.indexOf(name);
  return [...args.slice(0, at), ...args.slice(at + 2)];
}

test('[PLAN-14] simulate-exam prints JSON alone, the same for the same seed', async () => {
  const [once, again] = [await run([...SMALL, '--json']), await run(['--json', ...SMALL])];
  expect(once).toMatchObject({ code: 0, err: '' });
  const report = JSON.parse(once.out);
  expect(Object.keys(report)).toEqual([
    'policy',
    'recall',
    'boundEstimate',
    'minutesPerDay',
    'cpuMillis',
  ]);
  expect(report.policy).toBe('plan');
  expect(report.recall).toBeGreaterThan(0.3);
  expect(report.recall).toBeLessThan(1);
  expect(report.boundEstimate).toBeLessThanOrEqual(1);
  expect(report.minutesPerDay).toBeGreaterThan(2.5);
  expect(report.minutesPerDay).toBeLessThan(3.6);
  expect(report.cpuMillis).toBeGreaterThan(0);
  expect({ ...JSON.parse(again.out), cpuMillis: 0 }).toEqual({ ...report, cpuMillis: 0 });
});

test('[PLAN-14] every policy can be named, and a person is told in words', async () => {
  for (const policy of ['due', 'ahead', 'final-pass', 'simple']) {
    const { code, out } = await run([...SMALL, '--policy', policy, '--misspecified']);
    expect(code).toBe(0);
    expect(out).toContain(`${policy}: `);
    expect(out).toContain('of 120 cards recalled on day 6');
  }
});

test('[PLAN-14] what is wrong with a call is said in a sentence, with exit code 2', async () => {
  const wrong: readonly (readonly [args: readonly string[], what: string])[] = [
    [[], '--cards is missing.'],
    [without(SMALL, '--seed'), '--seed is missing.'],
    [[...without(SMALL, '--cards'), '--cards', '0'], '--cards must be a whole number from 1'],
    [[...without(SMALL, '--seen'), '--seen', '1.5'], '--seen must be a number from 0 to 1'],
    [[...without(SMALL, '--days'), '--days', '2.5'], '--days must be a whole number'],
    [[...without(SMALL, '--minutes'), '--minutes', 'many'], '--minutes must be a number'],
    [[...SMALL, '--seed'], '--seed needs a value'],
    [[...SMALL, '--seed', '5'], '--seed is given twice.'],
    [[...SMALL, '--policy', 'best'], '--policy is one of due, ahead, final-pass, simple, plan'],
    [[...SMALL, '--speed', '9'], 'There is no option --speed.'],
  ];
  for (const [args, what] of wrong) {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(what);
    expect(err).toContain('Usage: rounds simulate-exam');
  }
});

test('[PLAN-14] weights come from a file; a bad one is exit code 1 and nothing is simulated', async () => {
  const weights = DEFAULT_WEIGHTS.map((weight, at) => (at === 20 ? 0.3 : weight));
  const files = {
    'list.json': JSON.stringify(weights),
    'plain.txt': weights.join('\n'),
    'default.json': JSON.stringify(DEFAULT_WEIGHTS),
    'short.json': '[1, 2, 3]',
    'words.txt': 'a deck of cards',
    'empty.txt': '',
  };
  const recallWith = async (file: string) => {
    const { code, out } = await run([...SMALL, '--json', '--weights', file], files);
    expect(code).toBe(0);
    return JSON.parse(out).recall;
  };
  const usual = JSON.parse((await run([...SMALL, '--json'])).out).recall;
  expect(await recallWith('default.json')).toBe(usual);
  expect(await recallWith('list.json')).not.toBe(usual);
  expect(await recallWith('plain.txt')).toBe(await recallWith('list.json'));
  for (const file of ['short.json', 'words.txt', 'empty.txt', 'gone.json']) {
    const { code, out, err } = await run([...SMALL, '--weights', file], files);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(file);
  }
});
