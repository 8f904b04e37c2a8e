import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run as program } from '../../../src/cli/main.ts';
import { nodeIo } from '../../../src/cli/node-io.ts';
import { EXAMPLE } from '../../exchange/example.ts';
import { collectionFileOf } from '../../support/collection-file.ts';

async function run(content: Uint8Array | undefined, ...options: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'rounds-stats-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  if (content) await writeFile(join(folder, 'mine.rounds'), content);
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    ...nodeIo(folder, {}),
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
  };
  const code = await program(['stats', ...options], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Whenever the example's answer was given: the day after. */
const lastAt = Math.max(...EXAMPLE.map(({ atMillis }) => atMillis));
const AT = ['--at', new Date(lastAt + 86_400_000).toISOString()];

test('[STATS-36] the figures of a saved collection are printed as JSON and as text', async () => {
  const file = await collectionFileOf(EXAMPLE);
  const asJson = await run(file, 'mine.rounds', '--json', ...AT);
  expect(asJson).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(asJson.out)).toMatchObject({
    cards: 1,
    answers: { inPeriod: 1, ever: 1 },
    asked: { scope: { kind: 'all' }, period: 'month' },
    recent: { is: 'there', value: { week: { answers: 1, newCards: 1 } } },
    retention: { is: 'absent', because: { reason: 'no-reviews' } },
  });
  const { code, out } = await run(file, 'mine.rounds', '--period', 'year', ...AT);
  expect(code).toBe(0);
  expect(out).toContain('1 card of 1 note; 1 answer, 1 ever');
  expect(out).toContain('nothing can be said about remembering');
});

test('[STATS-36] a deck, a section or a search narrows them; one that finds nothing says so', async () => {
  const file = await collectionFileOf(EXAMPLE);
  for (const [scope, cards] of [
    [['--deck', 'anatomy'], 1],
    [['--deck', 'Anatomy', '--section', 'Vessels'], 1],
    [['--section', 'Bones'], 0],
    [['--search', 'aorta rated:1000'], 1],
    [['--search', 'vein'], 0],
  ] as const) {
    const { out } = await run(file, 'mine.rounds', '--json', ...scope, ...AT);
    expect(JSON.parse(out)).toMatchObject({ cards, answers: { ever: cards } });
  }
  const { out } = await run(file, 'mine.rounds', '--search', 'vein', ...AT);
  expect(out).toContain('No card is found here.');
});

test('[STATS-36] what does not hold is refused in words', async () => {
  const file = await collectionFileOf(EXAMPLE);
  for (const [options, words] of [
    [[], 'No file was named.'],
    [['mine.rounds', 'other.rounds'], 'One file at a time.'],
    [['mine.rounds', '--period', 'decade'], 'There is no period “decade”.'],
    [['mine.rounds', '--deck'], '--deck needs a value.'],
    [['mine.rounds', '--search', 'a', '--deck', 'b'], '--search stands alone.'],
    [['mine.rounds', '--at', 'soon'], 'is no date and time'],
    [['mine.rounds', '--loud'], '--loud is not known.'],
    [['mine.rounds', '--deck', 'a', '--deck', 'b'], '--deck was given twice.'],
  ] as const) {
    const { code, err, out } = await run(file, ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('Usage: rounds stats');
  }
  expect((await run(undefined, 'mine.rounds')).code).toBe(1);
  expect((await run(new Uint8Array(9), 'mine.rounds')).err).toContain(
    'This is no collection file.',
  );
  const unreadable = await run(file, 'mine.rounds', '--search', '(a', '--json');
  expect(unreadable.code).toBe(1);
  expect(JSON.parse(unreadable.out).problem.length).toBeGreaterThan(20);
});
