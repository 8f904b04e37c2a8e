import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { stockType } from '../../src/domain/content/stock.ts';
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
import { change } from '../../src/engine/commands/change.ts';
import { loadDeck, NO_CHOICE } from '../../src/engine/commands/decks/load-deck.ts';
import { archiveNotes, deleteNotes } from '../../src/engine/commands/notes/notes.ts';
import { redoLast, undoLast } from '../../src/engine/commands/study/undo.ts';
import { openDatabase } from '../../src/store/open.ts';
import { readToday } from '../../src/store/reads/today.ts';
import { rebuild } from '../../src/store/log/rebuild/rebuild.ts';
import { tallyOf } from '../../src/store/tally-row.ts';
import { anImport, incomingCard, incomingNote, pastEntry, pastLog } from '../support/incoming.ts';
import { requestsFromNow } from '../support/requests.ts';
import {
  accepted,
  answerFirst,
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
  'redo',
  'suspend',
  'bury',
  'due',
  'forget',
  'edit',
  'archive',
  'delete',
  'load',
  'rebuild',
] as const;
type Verb = (typeof VERBS)[number] | 'import';
const step = fc.record({
  verb: fc.constantFrom<Verb>(...VERBS),
  pick: fc.nat(1000),
  grade: fc.constantFrom<Grade>(1, 2, 3, 4),
  waitMinutes: fc.integer({ min: -2000, max: 4000 }),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function perform(deps: TestDeps, { verb, pick, grade, waitMinutes }: Step): Promise<void> {
  deps.advance(waitMinutes);
  const keys = await deps.store.cards.toCollection().primaryKeys();
  const id = keys[pick % keys.length] as CardId;
  if (id === undefined) {
    await loadDeck(deps, sampleDeck(3, 2), NO_CHOICE);
    return;
  }
  const card = await cardOf(deps, id);
  const note = await noteOf(deps, id.slice(0, id.lastIndexOf('/')));
  switch (verb) {
    case 'answer':
      await answerCard(deps, (await queueOf(deps, {}, 2)).cards[0] ?? card, grade, pick * 200);
      return;
    case 'undo':
      await undoLast(deps);
      return;
    case 'redo':
      await redoLast(deps);
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
      if (!stockType(note.noteTypeId)) return;
      const text = pick % 2 === 0 ? '{{c2::two}} {{c4::four}}' : '{{c1::one}}';
      await rewriteNote(deps, note, { type: 'cloze', text }, '');
      return;
    }
    case 'archive':
      await archiveNotes(deps, [note.id], !note.archived);
      return;
    case 'delete':
      if (pick % 3 === 0) await deleteNotes(deps, [note.id]);
      return;
    case 'import':
      await change(deps, importOf(`n${pick % 3}`, pick));
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

function importOf(note: string, pick: number) {
  const log = pastLog(`${note}/1`, [pastEntry(pick % 5)]);
  const cards = [incomingCard(`${note}/1`)];
  return anImport({ notes: [incomingNote(note)], cards, pastLogs: [log] });
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

/** `deps` as another window has them: on a connection of its own, with nothing kept. */
async function inAnotherWindow<Value>(
  deps: TestDeps,
  work: (theirs: TestDeps) => Promise<Value>,
): Promise<Value> {
  const store = accepted(await openDatabase(() => 'none', undefined, deps.store.place));
  const theirs = { ...deps, store, advance: deps.advance };
  try {
    return await work(theirs);
  } finally {
    store.close();
  }
}

const imported = step.map((each): Step => ({ ...each, verb: 'import' }));
const looked = fc.record({
  step: fc.oneof({ arbitrary: step, weight: 12 }, imported),
  isElsewhere: fc.boolean(),
  looks: fc.nat(2),
});

test('[STORE-21] whatever is done, here and in other windows, Today says what a look anew would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(looked, { minLength: 5, maxLength: 20 }), async (steps) => {
      const deps = await withSampleDeck(4, 3);
      const look = () => readToday(deps.store, deps.clock());
      try {
        await look();
        for (const { step, isElsewhere, looks } of steps) {
          if (isElsewhere && looks === 0) {
            await inAnotherWindow(deps, (theirs) => perform(theirs, step));
          } else await perform(deps, step);
          if (looks === 0) continue;
          const now = deps.clock();
          const anew = await inAnotherWindow(deps, ({ store }) => readToday(store, now));
          expect(await look()).toEqual(anew);
        }
      } finally {
        deps.close();
      }
    }),
    { numRuns: 15 },
  );
});

test('[STORE-21] after answers and what takes them back, Today reads the device’s row alone', async () => {
  const deps = await withSampleDeck(6, 2);
  const look = () => readToday(deps.store, deps.clock());
  await answerFirst(deps, 3);
  await look();
  for (const done of [
    () => answerFirst(deps, 3),
    () => answerFirst(deps, 1),
    () => undoLast(deps),
  ]) {
    await done();
    const asked = requestsFromNow();
    await look();
    expect(asked).toEqual(['get device']);
    vi.restoreAllMocks();
  }
  await inAnotherWindow(deps, (theirs) => answerFirst(theirs, 3));
  const asked = requestsFromNow();
  await look();
  expect(asked).toContain('getAll tallies');
  vi.restoreAllMocks();
  deps.close();
});
