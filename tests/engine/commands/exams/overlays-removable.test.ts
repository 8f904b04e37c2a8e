import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId, DeckId, OverlayId } from '../../../../src/kernel/ids.ts';
import { TABLE_NAMES, type TableName } from '../../../../src/domain/collection/rows.ts';
import { stateHash } from '../../../../src/log/replay/state-hash.ts';
import type { Exam, Overlay } from '../../../../src/domain/overlay/overlay.ts';
import type { Grade } from '../../../../src/domain/memory/schedule.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { answerCram, settleCram } from '../../../../src/engine/commands/cram/cram.ts';
import { previewSettle } from '../../../../src/engine/queries/once/study/cram.ts';
import { cramChoice } from '../../../../src/engine/commands/cram/cram-choice.ts';
import {
  deleteOverlay,
  saveOverlay,
  switchOverlay,
} from '../../../../src/engine/commands/exams/overlays.ts';
import { studyMinutes, studyPlan } from '../../../../src/engine/commands/exams/plan-day.ts';
import { nextInStudy } from '../../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { readOpenCramAnswers } from '../../../../src/store/reads/answers/cram-answers.ts';
import { readOverlays } from '../../../../src/store/reads/overlays.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import type { RoundsDatabase } from '../../../../src/store/schema.ts';
import { accepted, cardOf, queueOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';

/** One thing a person might do, and how long they waited before. */
const step = fc.record({
  verb: fc.constantFrom(
    'answer-next',
    'answer-next',
    'answer-any',
    'answer-planned',
    'answer-planned',
    'answer-minutes',
    'exam',
    'exam',
    'break',
    'catch-up',
    'switch',
    'delete',
    'cram',
    'cram',
    'drop',
    'accept-and-undo',
    'undo',
    'undo',
  ),
  pick: fc.nat(1000),
  grade: fc.constantFrom<Grade>(1, 2, 3, 4),
  waitMinutes: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 6000 })),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const DAY_MILLIS = 86_400_000;

/** `deps` with everything, and a second collection that gets the answers and their undos alone. */
class Pair {
  readonly all: TestDeps;
  readonly answersOnly: TestDeps;

  constructor(all: TestDeps, answersOnly: TestDeps) {
    this.all = all;
    this.answersOnly = answersOnly;
  }

  async perform({ verb, pick, grade, waitMinutes }: Step): Promise<void> {
    const { all } = this;
    all.advance(waitMinutes);
    this.answersOnly.nowMillis = all.nowMillis;
    switch (verb) {
      case 'answer-next': {
        const [card] = (await queueOf(all)).cards;
        if (card) await this.answer(card.id, grade);
        return;
      }
      case 'answer-any': {
        const ids = await all.store.cards.toCollection().primaryKeys();
        await this.answer(ids[pick % ids.length] as CardId, grade);
        return;
      }
      case 'answer-planned':
        await this.#answerPlanned(1 + (pick % 3), grade, undefined);
        return;
      case 'answer-minutes':
        await this.#answerPlanned(1 + (pick % 3), grade, 1 + (pick % 5));
        return;
      case 'exam':
        await saveOverlay(all, this.#exam(pick));
        return;
      case 'break':
      case 'catch-up':
        await saveOverlay(all, this.#pause(verb, pick));
        return;
      case 'switch':
      case 'delete': {
        const overlays = await readOverlays(all.store);
        const overlay = overlays[pick % Math.max(1, overlays.length)];
        if (!overlay) return;
        if (verb === 'switch') await switchOverlay(all, overlay, !overlay.isOn);
        else await deleteOverlay(all, overlay.id);
        return;
      }
      case 'cram':
        await this.#cram(1 + (pick % 4), grade);
        return;
      case 'drop':
        await this.drop();
        return;
      case 'accept-and-undo': {
        const { answers } = accepted(await previewSettle(all, {}));
        if (answers.length === 0) return;
        accepted(await settleCram(all, answers, true));
        accepted(await undoLast(all));
        return;
      }
      case 'undo':
        await this.#undo();
    }
  }

  /** The same answer in both; what the other refuses, this one must refuse too. */
  async answer(cardId: CardId, grade: Grade): Promise<void> {
    const given = await answerCard(this.all, await cardOf(this.all, cardId), grade, 4000);
    const same = await answerCard(
      this.answersOnly,
      await cardOf(this.answersOnly, cardId),
      grade,
      4000,
    );
    expect(same.ok).toBe(given.ok);
  }

  async drop(): Promise<void> {
    const open = await readOpenCramAnswers(this.all.store);
    if (open.length > 0) accepted(await settleCram(this.all, open, false));
  }

  async removeOverlays(): Promise<void> {
    for (const { id } of await readOverlays(this.all.store)) {
      accepted(await deleteOverlay(this.all, id));
    }
  }

  close(): void {
    this.all.close();
    this.answersOnly.close();
  }

  async #answerPlanned(answers: number, grade: Grade, minutes: number | undefined): Promise<void> {
    if (!(await (minutes === undefined ? studyPlan(this.all) : studyMinutes(this.all, minutes))).ok)
      return;
    for (let given = 0; given < answers; given++) {
      const next = accepted(await nextInStudy(this.all));
      if (next.kind === 'finished') return;
      await this.answer(next.showing.card.id, grade);
    }
  }

  async #cram(answers: number, grade: Grade): Promise<void> {
    const choice = { deckIds: [], sections: ['Even'], search: '' };
    accepted(await cramChoice(this.all, choice, 'Even'));
    for (let given = 0; given < answers; given++) {
      const next = accepted(await nextInStudy(this.all));
      if (next.kind === 'finished' || !next.cram) return;
      const { cramId } = next.cram;
      accepted(await answerCram(this.all, cramId, next.showing.card.id, grade, 4000));
    }
  }

  async #undo(): Promise<void> {
    const undone = await undoLast(this.all);
    if (undone.ok && undone.value.operation.body.kind === 'answer') {
      accepted(await undoLast(this.answersOnly));
    }
  }

  #exam(pick: number): Exam {
    return {
      kind: 'exam',
      id: `exam-${pick % 2}` as OverlayId,
      name: `Exam ${pick}`,
      isOn: pick % 5 !== 0,
      at: { atMillis: this.all.nowMillis + (1 + (pick % 20)) * DAY_MILLIS, utcOffsetMinutes: 0 },
      cards: { deckIds: ['sample' as DeckId], sections: [], search: '' },
      weights: pick % 3 === 0 ? [{ section: 'Odd', weight: 2 }] : [],
      minutes: Array(7).fill(1 + (pick % 9)),
      daysOff: [],
      otherReviews: (['up-to-half', 'first', 'when-time-is-left'] as const)[pick % 3] ?? 'first',
    };
  }

  #pause(kind: 'break' | 'catch-up', pick: number): Overlay {
    const today = Math.floor(this.all.nowMillis / DAY_MILLIS);
    const id = `${kind}-${pick % 2}` as OverlayId;
    const fromDay = today + (kind === 'break' ? pick % 4 : 0);
    const common = { id, name: kind, isOn: true, fromDay, spreadDays: 1 + (pick % 7) };
    return kind === 'break'
      ? { kind, ...common, toDay: fromDay + (pick % 5) }
      : { kind, ...common };
  }
}

/**
 * The state hash without the ledger: dropped answers stay in it as a record of what was crammed.
 * Every other table is in, those of overlays too.
 */
async function hashWithoutLedger(db: RoundsDatabase): Promise<string> {
  const tables = await Promise.all(
    TABLE_NAMES.map(async (name): Promise<[TableName, [string, unknown][]]> => {
      const rows = name === 'cramAnswers' ? [] : await db.table(name).toArray();
      return [name, rows.map((row): [string, unknown] => [row.id, row])];
    }),
  );
  return stateHash(Object.fromEntries(tables) as Record<TableName, [string, unknown][]>);
}

/** What is kept besides: reviews without their operations' numbers, counts, totals. */
async function kept(db: RoundsDatabase): Promise<unknown> {
  const undone = new Set(await db.undone.toCollection().primaryKeys());
  const reviews = (await db.reviews.toArray())
    .filter(({ operationId }) => !undone.has(operationId))
    .map(({ operationId: _number, ...review }) => review);
  return {
    reviews: reviews.sort((a, b) => a.atMillis - b.atMillis || (a.cardId < b.cardId ? -1 : 1)),
    tallies: await db.tallies.toArray(),
    days: await db.days.toArray(),
  };
}

test('[EXAM-1] exams, breaks, catch-ups and dropped cramming leave the state of the same answers without them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
      const pair = new Pair(await withSampleDeck(5), await withSampleDeck(5));
      try {
        for (const each of steps) await pair.perform(each);
        await pair.removeOverlays();
        await pair.drop();
        const { all, answersOnly } = pair;
        const expected = await hashWithoutLedger(answersOnly.store);
        expect(await hashWithoutLedger(all.store)).toBe(expected);
        expect(await kept(all.store)).toEqual(await kept(answersOnly.store));
        expect(await queueOf(all)).toEqual(await queueOf(answersOnly));
        const states = (await all.store.cramAnswers.toArray()).map(({ state }) => state);
        expect(new Set(states)).toEqual(new Set(states.length > 0 ? ['dropped'] : []));
        const rebuilt = await rebuild(all.store);
        expect(rebuilt.refused).toEqual([]);
        expect(rebuilt.hashAfter).toBe(rebuilt.hashBefore);
        expect(await hashWithoutLedger(all.store)).toBe(expected);
      } finally {
        pair.close();
      }
    }),
    { numRuns: 30 },
  );
});

test('[EXAM-1] switched off weeks later, today asks for what it would ask for without it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 15 }), async (steps) => {
      const pair = new Pair(await withSampleDeck(5), await withSampleDeck(5));
      try {
        for (const each of steps) await pair.perform(each);
        const { all, answersOnly } = pair;
        all.advance(21 * 24 * 60);
        answersOnly.nowMillis = all.nowMillis;
        for (const overlay of await readOverlays(all.store)) {
          accepted(await switchOverlay(all, overlay, false));
        }
        expect(await queueOf(all)).toEqual(await queueOf(answersOnly));
        const cards = (deps: TestDeps) => deps.store.cards.toArray();
        expect(await cards(all)).toEqual(await cards(answersOnly));
      } finally {
        pair.close();
      }
    }),
    { numRuns: 10 },
  );
});
