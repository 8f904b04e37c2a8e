import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BASIC } from '../../../src/domain/content/stock.ts';
import type { Grade, Schedule } from '../../../src/domain/memory/schedule.ts';
import { compile } from '../../../src/domain/search/match.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import { aCard, inReview, NEW, NOW, TODAY } from '../../support/collection.ts';
import { aContext, aSearchNote, CLOZE, START_OF_TODAY } from './collections.ts';

interface Told {
  readonly kind: 'Basic' | 'Cloze';
  readonly text: string;
  readonly tags: readonly string[];
  readonly state: 'new' | 'learning' | 'relearning' | 'review';
  readonly pos: number;
  readonly suspended: boolean;
  readonly buried: boolean;
  readonly due: number;
  /** From now until a step ends. */
  readonly minutes: number;
  readonly s: number;
  readonly d: number;
  readonly reps: number;
  readonly lapses: number;
  readonly answers: readonly [daysAgo: number, grade: Grade][];
}

/** What Anki 26.9.3 answered; see scripts/anki-searches.py. */
const { cards, searches } = JSON.parse(
  readFileSync(new URL('./anki-searches.json', import.meta.url), 'utf8'),
) as {
  readonly cards: readonly Told[];
  readonly searches: readonly [search: string, found: readonly number[]][];
};

function scheduleOf({ state, due, minutes, s, d, reps, lapses }: Told): Schedule {
  if (state === 'new') return NEW;
  const memory = { stability: s, difficulty: d };
  if (state === 'review') return inReview(TODAY + due, { memory, reps, lapses });
  const lastReview = { atMillis: START_OF_TODAY, studyDay: TODAY };
  const dueAtMillis = NOW + minutes * 60_000;
  return { state, memory, reps, lapses, step: 0, dueAtMillis, lastReview };
}

test('[SEARCH-34] searches find what they find in Anki, but for what docs/search.md tells', () => {
  const subjects = cards.map((told, at) => {
    const note = aSearchNote(
      [told.text],
      { sections: told.tags },
      told.kind === 'Basic' ? BASIC : CLOZE,
    );
    const card = aCard(`n${at}/1`, {
      schedule: scheduleOf(told),
      position: told.pos,
      suspended: told.suspended,
      buriedUntil: told.buried ? TODAY + 1 : 0,
    });
    return { note, card: { card, deck: note.deck } };
  });
  const context = aContext({
    answers: (historyId) =>
      (cards[Number(historyId.slice(1, historyId.indexOf('/')))]?.answers ?? []).map(
        ([daysAgo, grade]) => ({ studyDay: TODAY - daysAgo, grade, isFirst: false }),
      ),
  });
  const others = searches.flatMap(([search, anki]): object[] => {
    const parsed = parseSearch(search);
    if (!parsed.ok) return [{ search, problem: parsed.problem.what }];
    const test = compile(parsed.query, context);
    const own = subjects.flatMap(({ note, card }, at) => (test(note, card) ? [at] : []));
    if (own.join() === anki.join()) return [];
    const differing = [
      ...own.filter((at) => !anki.includes(at)).map((at) => ({ own: true, ...cards[at] })),
      ...anki.filter((at) => !own.includes(at)).map((at) => ({ own: false, ...cards[at] })),
    ];
    return [{ search, count: differing.length, first: JSON.stringify(differing[0]) }];
  });
  expect(others).toEqual([]);
});
