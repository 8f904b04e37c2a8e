import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DayTotals } from '../../../src/domain/collection/review.ts';
import type { CardId, NoteId } from '../../../src/kernel/ids.ts';
import { change } from '../../../src/engine/commands/change.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { redoLast, undoLast } from '../../../src/engine/commands/study/undo.ts';
import { deleteNotes } from '../../../src/engine/commands/notes/notes.ts';
import { mend } from '../../../src/store/check/mend.ts';
import { lookNow } from '../../../src/store/check/look.ts';
import { readCut } from '../../../src/store/copies/cut.ts';
import { readAnswers } from '../../../src/store/library/library-pages.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { readHistory } from '../../../src/store/reads/answers/history.ts';
import { readNewestReviews } from '../../../src/store/reads/planning.ts';
import { readToday } from '../../../src/store/reads/today.ts';
import { inReview, NOW, TODAY } from '../../support/collection.ts';
import {
  ANATOMY,
  anImport,
  incomingCard,
  incomingNote,
  pastEntry,
  pastLog,
} from '../../support/incoming.ts';
import {
  accepted,
  cardOf,
  changePreset,
  everyRow,
  problemOf,
  queueOf,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

const ONE = 'n/1' as CardId;
const OLD = [
  pastEntry(3, { type: 0, interval: -600 }),
  pastEntry(2, { grade: 1, durationMillis: 9000 }),
  pastEntry(0, { atMillis: NOW - 60_000 }),
];
const FILE = anImport({
  notes: [incomingNote('n'), incomingNote('m')],
  cards: [incomingCard('n/1'), incomingCard('m/1')],
  pastLogs: [pastLog('n/1', OLD), pastLog('m/1', OLD.slice(0, 1))],
});

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3);
});
afterEach(() => deps.close());

const daysOf = async (deckId: string) =>
  new Map(
    (await deps.store.days.toArray())
      .filter((day) => day.deckId === deckId)
      .map((day): [number, DayTotals] => [day.studyDay - TODAY, day]),
  );

describe('an import', () => {
  test('[ANKI-21] is taken back exactly and done again exactly, and a rebuild finds nothing to do', async () => {
    const before = await hashOf(deps.store);
    const rowsBefore = await everyRow(deps);
    accepted(await change(deps, FILE));
    const after = await hashOf(deps.store);
    const [row] = await deps.store.operations
      .filter(({ body }) => body.kind === 'import')
      .toArray();
    // Notes, cards and histories that it brought are named by its body.
    expect(row?.undo.map(({ table, key }) => `${table} ${key}`).sort()).toEqual([
      'decks anatomy',
      'noteTypes anki-type',
    ]);
    expect((await rebuild(deps.store)).differing).toEqual({});
    accepted(await undoLast(deps));
    expect(await hashOf(deps.store)).toBe(before);
    expect((await everyRow(deps)).pastLogs).toEqual(rowsBefore.pastLogs);
    expect((await daysOf('')).get(-2)?.byKind.review.answers ?? 0).toBe(0);
    expect((await rebuild(deps.store)).differing).toEqual({});
    accepted(await redoLast(deps));
    expect(await hashOf(deps.store)).toBe(after);
    expect((await daysOf('')).get(-2)?.byKind.review.answers).toBe(1);
    expect((await rebuild(deps.store)).differing).toEqual({});
  });

  test('[ANKI-21] over notes that are here is taken back to what they were, histories too', async () => {
    accepted(await change(deps, FILE));
    const before = await hashOf(deps.store);
    const days = await daysOf('');
    const longer = anImport({
      notes: [
        incomingNote('n', { fields: { Front: 'newer', Back: 'newer' } as never }),
        incomingNote('new'),
      ],
      cards: [incomingCard('n/1', { flag: 4 }), incomingCard('n/9')],
      pastLogs: [pastLog('n/1', [...OLD, pastEntry(1)]), pastLog('new/1', OLD)],
    });
    accepted(await change(deps, longer));
    expect(await deps.store.notes.get('n')).toMatchObject({ fields: { Front: 'newer' } });
    expect(await deps.store.cards.get('n/9')).toMatchObject({ absent: true });
    expect((await daysOf('')).get(-1)?.byKind.review.answers).toBe(1);
    expect((await rebuild(deps.store)).differing).toEqual({});
    accepted(await undoLast(deps));
    expect(await hashOf(deps.store)).toBe(before);
    expect((await daysOf('')).get(-3)).toEqual(days.get(-3));
    expect((await rebuild(deps.store)).differing).toEqual({});
  });

  test('[ANKI-21] that is stopped while it is written leaves nothing', async () => {
    const before = await everyRow(deps);
    const stopped = await change(deps, FILE, (done) => done === 0);
    expect(problemOf(stopped).kept).toBeTruthy();
    expect(await everyRow(deps)).toEqual(before);
  });

  test('[LOG-1] whose file is refused leaves nothing', async () => {
    const before = await everyRow(deps);
    const bad = anImport({ notes: [incomingNote('n', { deckId: 'gone' as never })] });
    expect(problemOf(await change(deps, bad)).kept).toBe('Nothing was imported.');
    expect(await everyRow(deps)).toEqual(before);
  });

  test('[ANKI-25] deleting what it brought leaves a grave, and undo of that none', async () => {
    accepted(await change(deps, FILE));
    accepted(await deleteNotes(deps, ['n' as NoteId]));
    expect(await deps.store.graves.toCollection().primaryKeys()).toEqual(['note:n']);
    // What was answered stays answered.
    expect(await deps.store.pastLogs.get('n/1')).toBeDefined();
    expect((await rebuild(deps.store)).differing).toEqual({});
    accepted(await undoLast(deps));
    expect(await deps.store.graves.count()).toBe(0);
  });
});

describe('[ANKI-26] every reader of answers sees those that came', () => {
  beforeEach(async () => {
    accepted(await change(deps, FILE));
  });

  test('[ANKI-26] card info, oldest first, each answer once', async () => {
    deps.nowMillis = NOW;
    accepted(await answerCard(deps, await cardOf(deps, ONE), 3, 4000));
    expect((await readHistory(deps.store, ONE)).map(({ atMillis }) => atMillis)).toEqual([
      ...OLD.map(({ atMillis }) => atMillis),
      NOW,
    ]);
    // The same answer, come back from a phone.
    const back = pastLog('n/1', [...OLD, pastEntry(0, { durationMillis: 4000 })]);
    accepted(await change(deps, anImport({ pastLogs: [back] })));
    const history = await readHistory(deps.store, ONE);
    expect(history).toHaveLength(4);
    expect(history[3]?.operationId).toBeDefined();
  });

  test('[ANKI-26] days, limits of today, and the streak', async () => {
    const today = (await daysOf('')).get(0)?.byKind;
    expect(today?.review).toEqual({ answers: 1, recalled: 1, millis: 5000 });
    expect((await daysOf(ANATOMY)).get(-3)?.byKind.new.answers).toBe(2);
    expect((await daysOf('')).get(-2)?.byKind.review).toEqual({
      answers: 1,
      recalled: 0,
      millis: 9000,
    });
    const now = { atMillis: NOW, utcOffsetMinutes: 0 };
    expect((await readToday(deps.store, now)).isFirstRun).toBe(false);
  });

  test('[ANKI-26] a review done elsewhere today counts in today’s limit', async () => {
    const due = ['x', 'y', 'z'].map((id) => incomingNote(id));
    const cards = due.map(({ id }) => incomingCard(`${id}/1`, { schedule: inReview(TODAY) }));
    accepted(await change(deps, anImport({ notes: due, cards })));
    await changePreset(deps, { reviewsPerDay: 3 });
    // One of three was answered on the phone an hour ago.
    expect((await queueOf(deps, { deckId: ANATOMY }, 9)).cards).toHaveLength(2);
  });

  test('[ANKI-26] searches by answers, pace, and the counts of a copy', async () => {
    const answers = await readAnswers(deps.store, TODAY - 2);
    expect(answers.of(ONE).map(({ grade }) => grade)).toEqual([1, 3]);
    expect(answers.of('m/1' as CardId)).toEqual([]);
    expect(await readNewestReviews(deps.store)).toHaveLength(4);
    expect((await readCut(deps.store)).counts.reviews).toBe(4);
    const request = {
      text: 'rated:3:1',
      mode: 'cards',
      sort: { column: 'sortField', descending: false },
    };
    const found = accepted(await deps.library.find(request as never));
    expect(found.total).toBe(1);
    accepted(await undoLast(deps));
    expect(accepted(await deps.library.find(request as never)).total).toBe(0);
  });

  test('[ANKI-27] a check counts them too, and finds nothing', async () => {
    const looked = await lookNow(deps.store, NOW);
    expect(looked.differing).toEqual([]);
    expect(looked.counts).toEqual({ tallies: 0, days: 0, inSight: false });
    expect(looked.impossible).toEqual([]);
  });

  test('[LOG-28] a history that is gone from its table is put back by a check, and counts again', async () => {
    await deps.store.pastLogs.delete('n/1');
    const looked = await lookNow(deps.store, NOW);
    expect(looked.differing.map(({ table, key, is }) => [table, key, is])).toEqual([
      ['pastLogs', 'n/1', 'lacking'],
    ]);
    expect(looked.counts.days).toBeGreaterThan(0);
    const now = { atMillis: NOW, utcOffsetMinutes: 0 };
    expect((await mend(deps.store, ['put-back', 'count'], now)).putBack).toBe(1);
    expect(await readHistory(deps.store, ONE)).toHaveLength(3);
    expect((await lookNow(deps.store, NOW)).counts.days).toBe(0);
    expect((await rebuild(deps.store)).differing).toEqual({});
  });
});
