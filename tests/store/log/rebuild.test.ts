import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Flag } from '../../../src/domain/collection/card.ts';
import type { NoteType } from '../../../src/domain/content/note-type.ts';
import { FIELD, STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import type { CardId, DeckId, NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { TABLE_NAMES } from '../../../src/domain/collection/rows.ts';
import type { Grade } from '../../../src/domain/memory/schedule.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import {
  buryCards,
  flagCards,
  forgetCards,
  releaseCards,
  rescheduleCards,
  setCardsDue,
  suspendCards,
} from '../../../src/engine/commands/study/cards.ts';
import { createDeck, deleteDeck, renameDeck } from '../../../src/engine/commands/decks/decks.ts';
import { intentOf } from '../../../src/engine/deps.ts';
import { loadDeck } from '../../../src/engine/commands/decks/load-deck.ts';
import { saveNoteType } from '../../../src/engine/commands/notes/note-types.ts';
import {
  addNote,
  archiveNotes,
  changeNoteType,
  deleteNotes,
  markNotes,
  moveNotes,
  renameSection,
  tagNotes,
} from '../../../src/engine/commands/notes/notes.ts';
import { deleteSearch, saveSearch } from '../../../src/engine/commands/settings/searches.ts';
import { setPreset } from '../../../src/engine/commands/settings/settings.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { apply } from '../../../src/store/apply.ts';
import { readQueue } from '../../../src/store/queue.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { readPreset, readStudySettings } from '../../../src/store/reads/settings.ts';
import {
  accepted,
  rewriteNote,
  sampleDeck,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

/** One thing a person might do: which, on which card, and how long they waited before. */
const step = fc.record({
  verb: fc.constantFrom(
    'answer',
    'answer',
    'answer',
    'answer',
    'undo',
    'undo',
    'suspend',
    'bury',
    'flag',
    'set-due',
    'forget',
    'mark',
    'edit',
    'archive',
    'reload',
    'preset',
    'add',
    'add',
    'delete',
    'tag',
    'rename-section',
    'move',
    'change-type',
    'note-type',
    'create-deck',
    'rename-deck',
    'delete-deck',
    'release',
    'reschedule',
    'search',
    'many',
  ),
  pick: fc.nat(1000),
  grade: fc.integer({ min: 1, max: 4 }),
  waitMinutes: fc.oneof(fc.integer({ min: -1500, max: 30 }), fc.integer({ min: 0, max: 20_000 })),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function perform(deps: TestDeps, { verb, pick, grade, waitMinutes }: Step): Promise<void> {
  deps.advance(waitMinutes);
  const cards = await deps.store.cards.toArray();
  const row = cards[pick % cards.length];
  if (!row) throw new Error('no cards');
  const { lane: _lane, readyAt: _readyAt, ...card } = row;
  const note = await deps.store.notes.get(card.id.slice(0, card.id.lastIndexOf('/')));
  if (!note) throw new Error('no note');
  const ids: CardId[] = [card.id];
  switch (verb) {
    case 'answer': {
      const queue = await readQueue(deps.store, { kind: 'due' }, deps.clock());
      await answerCard(deps, queue.cards[0] ?? card, grade as Grade, pick * 100);
      return;
    }
    case 'undo':
      await undoLast(deps);
      return;
    case 'suspend':
      await suspendCards(deps, ids, !card.suspended);
      return;
    case 'bury':
      await buryCards(deps, ids);
      return;
    case 'flag':
      await flagCards(deps, ids, (pick % 8) as Flag);
      return;
    case 'set-due':
      await setCardsDue(deps, ids, pick % 40);
      return;
    case 'forget':
      await forgetCards(deps, ids);
      return;
    case 'mark':
      await markNotes(deps, [note.id], !note.tags.includes('marked'));
      return;
    case 'edit': {
      const text = pick % 2 === 0 ? '{{c1::one}} {{c3::three}}' : `{{c1::one ${pick}}}`;
      await rewriteNote(deps, note, { type: 'cloze', text }, '');
      return;
    }
    case 'archive':
      await archiveNotes(deps, [note.id], !note.archived);
      return;
    case 'reload':
      await loadDeck(deps, sampleDeck(3 + (pick % 5), 1 + (pick % 3)), {
        archive: [note.id],
        keep: [],
        restore: [note.id],
      });
      return;
    case 'add':
      await addNote(deps, card.deckId, {
        noteTypeId: stockAt(pick).id,
        fields: textsAt(pick),
        sections: [sectionAt(pick), 'marked'],
      });
      return;
    case 'delete':
      await deleteNotes(deps, [note.id]);
      return;
    case 'tag':
      await tagNotes(deps, [note.id], { add: [sectionAt(pick)], remove: [sectionAt(pick + 1)] });
      return;
    case 'rename-section':
      await renameSection(deps, sectionAt(pick), pick % 4 === 0 ? undefined : sectionAt(pick + 2));
      return;
    case 'move': {
      const decks = await deps.store.decks.toArray();
      const deck = decks[pick % decks.length];
      if (deck) await moveNotes(deps, [note.id], deck.id);
      return;
    }
    case 'change-type':
      await changeNoteType(deps, [note.id], stockAt(pick).id, {
        fields: { ...sameField('front'), ...sameField('text'), [FIELD.back]: FIELD.text },
        slots: pick % 2 === 0 ? { 1: 1, 2: 2 } : { 1: 2, 2: 1 },
      });
      return;
    case 'note-type': {
      const type = stockAt(pick);
      const templates = pick % 3 === 0 ? type.templates.slice(0, 1) : type.templates;
      await saveNoteType(deps, { ...type, templates, css: `.card { order: ${pick}; }` });
      return;
    }
    case 'create-deck':
      await createDeck(deps, deckNameAt(pick));
      return;
    case 'rename-deck':
      await renameDeck(deps, deckNameAt(pick), deckNameAt(pick + 1));
      return;
    case 'delete-deck':
      await deleteDeck(deps, deckNameAt(pick), pick % 2 === 0 ? ('sample' as DeckId) : undefined);
      return;
    case 'release':
      await releaseCards(deps, cards.map((each) => each.id).slice(0, pick % 9), 1 + (pick % 3));
      return;
    case 'reschedule':
      await rescheduleCards(deps, ids);
      return;
    case 'search':
      if (pick % 3 === 0) await deleteSearch(deps, 'due');
      else await saveSearch(deps, { id: 'due', name: `Due ${pick}`, text: 'is:due' });
      return;
    case 'many':
      await addMany(deps, card.deckId, pick % 9 === 0 ? 450 : 3);
      return;
    case 'preset': {
      const [preset, settings] = await Promise.all([
        readPreset(deps.store, 'default'),
        readStudySettings(deps.store),
      ]);
      await setPreset(
        deps,
        { ...preset, newPerDay: pick % 30, burySiblings: pick % 2 === 0 },
        settings,
      );
    }
  }
}

const stockAt = (pick: number) => STOCK_TYPES[pick % 5] as NoteType;
const sectionAt = (pick: number) => ['Even', 'Odd', 'Odd::Below', 'New'][pick % 4] as string;
const deckNameAt = (pick: number) => ['Own', 'Own::Below', 'Other'][pick % 3] as string;
const sameField = (id: 'front' | 'text') => ({ [FIELD[id]]: FIELD[id] });
const textsAt = (pick: number) => ({
  [FIELD.front]: `front ${pick}`,
  [FIELD.back]: `back ${pick}`,
  [FIELD.text]: `{{c1::a ${pick}}} {{c2::b}}`,
});

/** More changes than one row of the log holds. */
async function addMany(deps: TestDeps, deckId: DeckId, count: number): Promise<void> {
  const notes = Array.from({ length: count }, (_, index) => ({
    id: `${deckId}:many-${deps.newId()}-${index}` as NoteId,
    deckId,
    noteTypeId: 'basic' as NoteTypeId,
    fields: { [FIELD.front]: `many ${index}` },
    sections: [],
  }));
  accepted(await apply(deps.store, intentOf(deps, { kind: 'add-notes', notes })));
}

async function everything(deps: TestDeps): Promise<Record<string, unknown[]>> {
  const names = [...TABLE_NAMES, 'tallies', 'days', 'reviews', 'undone'];
  const rows = await Promise.all(names.map((name) => deps.store.table(name).toArray()));
  return Object.fromEntries(names.map((name, index) => [name, rows[index] ?? []]));
}

/** Kept counts and totals of nothing are as good as absent. */
function withoutZeros(tables: Record<string, unknown[]>): Record<string, unknown[]> {
  const isNothing = (row: unknown): boolean =>
    !/[1-9]/.test(JSON.stringify(Object.values(counts(row))));
  const counts = (row: unknown): object => {
    const { deckId: _d, section: _s, studyDay: _y, ...rest } = row as Record<string, unknown>;
    return rest;
  };
  return {
    ...tables,
    tallies: (tables.tallies ?? []).filter((row) => !isNothing(row)),
    days: (tables.days ?? []).filter((row) => !isNothing(row)),
  };
}

test('[LOG-5] the operations alone give back the identical collection, counts and totals', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
      const deps = await withSampleDeck(4);
      try {
        for (const each of steps) await perform(deps, each);
        const before = withoutZeros(await everything(deps));
        const rebuilt = await rebuild(deps.store);
        expect(rebuilt.refused).toEqual([]);
        expect(rebuilt.hashAfter).toBe(rebuilt.hashBefore);
        expect(await hashOf(deps.store)).toBe(rebuilt.hashBefore);
        expect(withoutZeros(await everything(deps))).toEqual(before);
      } finally {
        deps.close();
      }
    }),
    { numRuns: 40 },
  );
});

test('[LOG-17] undoing everything gives back the collection as it was, across a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const deps = await withSampleDeck(4);
      try {
        const start = await hashOf(deps.store);
        const tables = withoutZeros(await everything(deps));
        for (const each of steps) await perform(deps, each);
        deps.store.close();
        await deps.store.open();
        while ((await undoLast(deps)).ok);
        expect(await hashOf(deps.store)).toBe(start);
        const after = withoutZeros(await everything(deps));
        expect(after.tallies).toEqual(tables.tallies);
        expect(after.days).toEqual([]);
      } finally {
        deps.close();
      }
    }),
    { numRuns: 25 },
  );
});
