import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardId } from '../../src/kernel/ids.ts';
import { availableBy, EMPTY_TALLY } from '../../src/domain/study/tally.ts';
import type { Grade } from '../../src/domain/memory/schedule.ts';
import { answerCard } from '../../src/engine/commands/study/answer.ts';
import {
  buryCards,
  forgetCards,
  setCardsDue,
  suspendCards,
} from '../../src/engine/commands/study/cards.ts';
import { loadDeck } from '../../src/engine/commands/decks/load-deck.ts';
import { archiveNotes } from '../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import { tallyOf } from '../../src/store/tally-row.ts';
import {
  cardOf,
  noteOf,
  queueOf,
  rewriteNote,
  sampleDeck,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';

const VERBS = [
  'answer',
  'answer',
  'answer',
  'undo',
  'suspend',
  'bury',
  'due',
  'forget',
  'edit',
  'archive',
  'load',
  'rebuild',
] as const;
const step = fc.record({
  verb: fc.constantFrom(...VERBS),
  pick: fc.nat(1000),
  grade: fc.constantFrom<Grade>(1, 2, 3, 4),
  waitMinutes: fc.integer({ min: -2000, max: 4000 }),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function perform(deps: TestDeps, { verb, pick, grade, waitMinutes }: Step): Promise<void> {
  deps.advance(waitMinutes);
  const keys = await deps.store.cards.toCollection().primaryKeys();
  const id = keys[pick % keys.length] as CardId;
  const card = await cardOf(deps, id);
  const note = await noteOf(deps, id.slice(0, id.lastIndexOf('/')));
  switch (verb) {
    case 'answer':
      await answerCard(deps, (await queueOf(deps, {}, 2)).cards[0] ?? card, grade, pick * 200);
      return;
    case 'undo':
      await undoLast(deps);
      return;
    case 'suspend':
      await suspendCards(deps, [id], !card.suspended);
      return;
    case 'bury':
      await buryCards(deps, [id]);
      return;
    case 'due':
      await setCardsDue(deps, [id], pick % 4);
      return;
    case 'forget':
      await forgetCards(deps, [id]);
      return;
    case 'edit': {
      const text = pick % 2 === 0 ? '{{c2::two}} {{c4::four}}' : '{{c1::one}}';
      await rewriteNote(deps, note, { type: 'cloze', text }, '');
      return;
    }
    case 'archive':
      await archiveNotes(deps, [note.id], !note.archived);
      return;
    case 'load':
      await loadDeck(deps, sampleDeck(2 + (pick % 4), 1 + (pick % 3)), {
        archive: [],
        keep: [],
        restore: [note.id],
      });
      return;
    case 'rebuild':
      await rebuild(deps.store);
  }
}

/** Counted from the rows themselves, by the words of QUEUE-2, QUEUE-6 and QUEUE-7. */
async function freshCounts(deps: TestDeps, section: string, today: number) {
  const cards = (await deps.store.cards.toArray()).filter(
    (card) =>
      !card.suspended &&
      !card.absent &&
      card.buriedUntil <= today &&
      (section === '' || card.sections.includes(section)),
  );
  const noteOfCard = (id: string) => id.slice(0, id.lastIndexOf('/'));
  const fresh = cards.filter(({ schedule }) => schedule.state === 'new');
  const due = cards.filter(({ schedule: s }) => s.state === 'review' && s.dueDay <= today);
  const [newNotes, dueNotes] = [fresh, due].map((own) => new Set(own.map((c) => noteOfCard(c.id))));
  return {
    newCards: fresh.length,
    newNotes: newNotes?.size,
    reviewCards: due.length,
    reviewNotes: dueNotes?.size,
    newNotesInReview: [...(newNotes ?? [])].filter((note) => dueNotes?.has(note)).length,
  };
}

async function freshDays(deps: TestDeps): Promise<Record<string, number[]>> {
  const undone = new Set(await deps.store.undone.toCollection().primaryKeys());
  const days: Record<string, number[]> = {};
  for (const review of await deps.store.reviews.toArray()) {
    if (undone.has(review.operationId)) continue;
    for (const deckId of ['', review.deckId]) {
      const key = `${deckId} ${review.studyDay} ${review.kind}`;
      const [answers = 0, recalled = 0, millis = 0] = days[key] ?? [];
      days[key] = [
        answers + 1,
        recalled + (review.grade > 1 ? 1 : 0),
        millis + review.durationMillis,
      ];
    }
  }
  return days;
}

async function keptDays(deps: TestDeps): Promise<Record<string, number[]>> {
  const days: Record<string, number[]> = {};
  for (const { deckId, studyDay, byKind } of await deps.store.days.toArray()) {
    for (const [kind, { answers, recalled, millis }] of Object.entries(byKind)) {
      if (answers + recalled + millis > 0) {
        days[`${deckId} ${studyDay} ${kind}`] = [answers, recalled, millis];
      }
    }
  }
  return days;
}

test('[STORE-5] after any steps, undos and rebuilds, kept counts and totals equal a fresh count', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const deps = await withSampleDeck(4, 3);
      try {
        for (const each of steps) await perform(deps, each);
        const now = Math.floor(deps.nowMillis / 86_400_000);
        const rows = await deps.store.tallies.toArray();
        for (const section of ['', 'Even', 'Odd']) {
          const row = rows.find((each) => each.section === section.toLowerCase());
          const tally = row ? tallyOf(row) : EMPTY_TALLY;
          for (let day = now - 4; day <= now + 6; day++) {
            const kept = Object.entries(tally).map(([part, histogram]) => [
              part,
              availableBy(histogram, day),
            ]);
            expect(Object.fromEntries(kept)).toEqual(await freshCounts(deps, section, day));
          }
        }
        expect(await keptDays(deps)).toEqual(await freshDays(deps));
        const inSight = (await deps.store.cards.toArray()).filter(({ absent }) => !absent);
        expect((await deps.store.device.get('device'))?.cardsInSight).toBe(inSight.length);
      } finally {
        deps.close();
      }
    }),
    { numRuns: 20 },
  );
});
