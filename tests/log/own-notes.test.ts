import { describe, expect, test } from 'vitest';
import type { Note } from '../../src/domain/content/note.ts';
import { admitOperation } from '../../src/log/door.ts';
import { FIELD, STOCK_TYPES } from '../../src/domain/content/stock.ts';
import type { CardId, DeckId, NoteId, NoteTypeId } from '../../src/kernel/ids.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { NO_ROWS } from '../../src/domain/collection/rows.ts';
import {
  A_DECK,
  aCard,
  aNote,
  anOperation,
  DECK,
  inReview,
  rowsOf,
  TODAY,
} from '../support/collection.ts';
import { refusal, rowsAfter } from '../support/effects.ts';

const add = (
  noteTypeId: string,
  fields: Record<string, string>,
  more: { id?: string; deckId?: string; sections?: string[] } = {},
): OperationBody => ({
  kind: 'add-notes',
  notes: [
    {
      id: (more.id ?? 'deck:own') as NoteId,
      deckId: (more.deckId ?? DECK) as DeckId,
      noteTypeId: noteTypeId as NoteTypeId,
      fields,
      sections: more.sections ?? [],
    },
  ],
});
const occlusion = '{{c2::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1:oi=1}}';

describe('adding a note', () => {
  test.each([
    ['basic', { front: 'f', back: 'b' }, [1]],
    ['reversed', { front: 'f', back: 'b' }, [1, 2]],
    ['optional-reversed', { front: 'f', back: 'b' }, [1]],
    ['optional-reversed', { front: 'f', back: 'b', addReverse: 'y' }, [1, 2]],
    ['typed', { front: 'f', back: 'b' }, [1]],
    ['cloze', { text: '{{c1::a}} {{c3,2::b}}' }, [1, 2, 3]],
    ['occlusion', { image: '<img src="a.png">', occlusion }, [2]],
  ])('[NOTE-1] a %s note makes its cards, new and last in the deck', (type, fields, slots) => {
    const rows = rowsAfter(add(type, fields), rowsOf([aNote('old')]));
    const cards = [...rows.cards.values()].filter((card) => card.id.startsWith('deck:own/'));
    expect(cards.map((card) => Number(card.id.split('/')[1])).sort()).toEqual(slots);
    for (const card of cards) {
      expect(card).toMatchObject({ schedule: { state: 'new' }, deckId: DECK, absent: false });
      expect(card.position).toBeGreaterThan(0);
    }
  });

  test('[NOTE-1] a note without a card, with a foreign id, or without deck or type is refused', () => {
    const rows = rowsOf([aNote('old')]);
    expect(refusal(add('basic', { back: 'b' }), rows).what).toContain('no card');
    expect(refusal(add('cloze', { text: 'nothing hidden' }), rows).what).toContain('no card');
    expect(refusal(add('none', { front: 'f' }), rows).what).toContain('type');
    expect(refusal(add('basic', { front: 'f' }, { deckId: 'gone' }), rows).what).toContain('deck');
    expect(refusal(add('basic', { front: 'f' }, { id: 'deck:old' }), rows).what).toContain('id');
    expect(refusal(add('basic', { front: 'f' }, { id: 'a/b' }), rows).what).toContain('id');
  });

  test('[NOTE-1][DECK-23] labels are told from sections, and the deck lists new sections', () => {
    const body = add('basic', { front: 'f' }, { sections: ['Safety::PML', 'marked'] });
    const rows = rowsAfter(body, rowsOf([]));
    expect(rows.notes.get('deck:own')).toMatchObject({
      sections: ['Safety::PML'],
      tags: ['marked'],
    });
    expect(rows.decks.get(DECK)?.sections).toEqual(['General', 'Safety::PML']);
  });
});

test('[NOTE-4] deleting takes the cards along and leaves other notes alone', () => {
  const [a, b] = [aNote('a'), aNote('b')];
  const rows = rowsAfter({ kind: 'delete-notes', noteIds: [a.id] }, rowsOf([a, b]));
  expect([...rows.notes.keys()]).toEqual([b.id]);
  expect([...rows.cards.keys()]).toEqual([`${b.id}/1`, `${b.id}/2`]);
  expect(refusal({ kind: 'delete-notes', noteIds: [a.id] }, rows).what).toContain('no longer');
});

describe('tags', () => {
  const note = aNote('a', [1], { sections: ['Safety', 'Safety::PML', 'Other'], tags: ['leech'] });
  const sections = (body: OperationBody) => rowsAfter(body, rowsOf([note])).notes.get(note.id);

  test('[DECK-23] are added and removed, each once, sections and labels alike', () => {
    const body = {
      kind: 'tag',
      noteIds: [note.id],
      add: ['New', 'Other', 'marked'],
      remove: ['leech', 'Safety'],
    } as const;
    expect(sections(body)).toMatchObject({
      sections: ['Safety::PML', 'Other', 'New'],
      tags: ['marked'],
    });
  });

  test('[DECK-23] a section is renamed with those below it, merged, or taken off', () => {
    const rename = (from: string, to?: string): OperationBody => ({
      kind: 'rename-section',
      noteIds: [note.id],
      from,
      ...(to === undefined ? {} : { to }),
    });
    expect(sections(rename('Safety', 'Risk'))?.sections).toEqual(['Risk', 'Risk::PML', 'Other']);
    expect(sections(rename('Safety', 'Other'))?.sections).toEqual(['Other', 'Other::PML']);
    expect(sections(rename('Safety'))?.sections).toEqual(['Other']);
    expect(sections(rename('Saf', 'X'))?.sections).toEqual(note.sections);
  });

  test('[DECK-23] cards and the deck’s list follow', () => {
    const listed = { ...A_DECK, sections: ['Safety', 'Safety::PML', 'Other'] };
    const rows = { ...rowsOf([note]), decks: new Map([[DECK as string, listed]]) };
    const body = {
      kind: 'rename-section',
      noteIds: [note.id],
      from: 'Safety',
      to: 'Risk',
    } as const;
    const after = rowsAfter(body, rows);
    expect(after.cards.get(`${note.id}/1`)?.sections).toEqual(['Risk', 'Risk::PML', 'Other']);
    expect(after.decks.get(DECK)?.sections).toEqual(['Risk', 'Risk::PML', 'Other']);
  });
});

describe('decks', () => {
  const deck = (id: string, name: string) => ({ ...A_DECK, id: id as DeckId, name });
  const decks = [deck('a', 'Neuro'), deck('b', 'Neuro::MS'), deck('c', 'Heart')];
  const note: Note = { ...aNote('n', [1]), deckId: 'b' as DeckId };
  const rows = () => {
    const all = rowsOf(
      [note],
      [aCard(`${note.id}/1`, { deckId: 'b' as DeckId, schedule: inReview(TODAY) })],
    );
    return { ...all, decks: new Map(decks.map((each) => [each.id as string, each])) };
  };

  test('[DECK-24] a name is taken whatever the case, and needs every part', () => {
    const create = (name: string): OperationBody => ({
      kind: 'create-deck',
      deckId: 'new' as DeckId,
      name,
      presetId: 'default',
    });
    expect(refusal(create('neuro::ms'), rows()).what).toContain('already');
    expect(refusal(create('Neuro:: '), rows()).what).toContain('name');
    expect(rowsAfter(create('Neuro::Stroke'), rows()).decks.get('new')).toMatchObject({
      name: 'Neuro::Stroke',
      sections: [],
    });
  });

  test('[DECK-24] renaming swaps names at once and refuses one that another deck has', () => {
    const rename = (names: [string, string][]): OperationBody => ({
      kind: 'rename-decks',
      names: names.map(([deckId, name]) => ({ deckId: deckId as DeckId, name })),
    });
    const after = rowsAfter(
      rename([
        ['a', 'Brain'],
        ['b', 'Brain::MS'],
      ]),
      rows(),
    );
    expect([...after.decks.values()].map((each) => each.name)).toEqual([
      'Brain',
      'Brain::MS',
      'Heart',
    ]);
    expect(refusal(rename([['a', 'HEART']]), rows()).what).toContain('already');
  });

  test('[DECK-24] a deleted deck’s notes go too, or move with their schedules', () => {
    const remove = { kind: 'delete-decks', deckIds: ['b' as DeckId], noteIds: [note.id] } as const;
    const gone = rowsAfter(remove, rows());
    expect([gone.notes.size, gone.cards.size, gone.decks.has('b')]).toEqual([0, 0, false]);
    const moved = rowsAfter({ ...remove, moveTo: 'c' as DeckId }, rows());
    expect(moved.notes.get(note.id)?.deckId).toBe('c');
    expect(moved.cards.get(`${note.id}/1`)).toMatchObject({
      deckId: 'c',
      schedule: { state: 'review' },
    });
    expect(refusal({ ...remove, moveTo: 'b' as DeckId }, rows()).what).toContain('deck');
    expect(refusal({ ...remove, moveTo: 'none' as DeckId }, rows()).what).toContain('deck');
  });

  test('[DECK-22] a deleted deck leaves a grave, and loading it opens that again', () => {
    const gone = rowsAfter({ kind: 'delete-decks', deckIds: [DECK], noteIds: [] }, rowsOf([]));
    expect([...gone.graves.keys()]).toEqual([`deck:${DECK}`]);
    const load: OperationBody = {
      kind: 'load-deck',
      deckId: DECK,
      name: 'Deck',
      source: '',
      drafts: [],
      archive: [],
      keep: [],
      restore: [],
    };
    expect([...rowsAfter(load, gone).graves.keys()]).toEqual([]);
  });

  test('[DECK-24] moving makes the deck in the same step where it is not there yet', () => {
    const move = (name: string): OperationBody => ({
      kind: 'move-notes',
      noteIds: [note.id],
      deckId: 'new' as DeckId,
      newDeck: { name, presetId: 'default' },
    });
    const after = rowsAfter(move('Liver'), rows());
    expect(after.decks.get('new')).toMatchObject({ name: 'Liver', sections: note.sections });
    expect(after.cards.get(`${note.id}/1`)).toMatchObject({
      deckId: 'new',
      schedule: inReview(TODAY),
    });
    expect(refusal(move('HEART'), rows()).what).toContain('already');
  });

  test('[DECK-24] moving takes cards, sections and schedules to the other deck', () => {
    const after = rowsAfter(
      { kind: 'move-notes', noteIds: [note.id], deckId: 'c' as DeckId },
      rows(),
    );
    expect(after.cards.get(`${note.id}/1`)).toMatchObject({
      deckId: 'c',
      schedule: inReview(TODAY),
    });
    expect(
      refusal({ kind: 'move-notes', noteIds: [note.id], deckId: 'x' as DeckId }, rows()).what,
    ).toContain('deck');
  });
});

describe('cards in bulk', () => {
  const ids = (count: number) =>
    Array.from({ length: count }, (_, index) => `deck:n${index}/1` as CardId);
  const suspended = ids(5).map((id) => aCard(id, { suspended: true }));
  const rows = () => ({
    ...NO_ROWS,
    cards: new Map(suspended.map((card) => [card.id as string, card])),
  });

  test('[CARD-4] new cards are released so many a day, what was learnt at once', () => {
    const learnt = aCard('deck:n2/1', { suspended: true, schedule: inReview(TODAY) });
    const all = { ...rows(), cards: new Map([...rows().cards, [learnt.id as string, learnt]]) };
    const after = rowsAfter({ kind: 'release', cardIds: ids(5), newPerDay: 2 }, all);
    const cards = [...after.cards.values()];
    expect(cards.every((card) => !card.suspended)).toBe(true);
    expect(cards.map((card) => card.buriedUntil)).toEqual([0, 0, 0, TODAY + 1, TODAY + 1]);
    expect(refusal({ kind: 'release', cardIds: ids(5), newPerDay: 0 }, all).todo).toContain('1');
  });

  test('[CARD-2] set due spreads cards over its days, always alike', () => {
    const many = ids(200).map((id) => aCard(id, { schedule: inReview(TODAY) }));
    const all = { ...NO_ROWS, cards: new Map(many.map((card) => [card.id as string, card])) };
    const body = { kind: 'set-due', cardIds: ids(200), dueDay: TODAY + 3, spreadDays: 4 } as const;
    const days = (once: typeof all) =>
      [...rowsAfter(body, once).cards.values()].map(({ schedule }) =>
        schedule.state === 'review' ? schedule.dueDay : 0,
      );
    expect(new Set(days(all))).toEqual(new Set([3, 4, 5, 6, 7].map((day) => TODAY + day)));
    expect(days(all)).toEqual(days(all));
  });

  test('[CARD-3] rescheduling gives the interval that memory and options ask for', () => {
    const card = aCard('deck:n0/1', {
      schedule: inReview(TODAY + 90, {
        intervalDays: 100,
        memory: { stability: 20, difficulty: 5 },
      }),
    });
    const all = rowsOf([], [card], { fuzz: false, desiredRetention: 0.9 });
    const after = rowsAfter({ kind: 'reschedule', cardIds: [card.id] }, all).cards.get(card.id);
    expect(after?.schedule).toMatchObject({ intervalDays: 20, dueDay: TODAY + 10 });
    const strict = rowsOf([], [card], { fuzz: false, desiredRetention: 0.97 });
    const sooner = rowsAfter({ kind: 'reschedule', cardIds: [card.id] }, strict).cards.get(card.id);
    expect(sooner?.schedule).toMatchObject({ dueDay: TODAY });
    const fresh = aCard('deck:n1/1');
    const same = rowsAfter({ kind: 'reschedule', cardIds: [fresh.id] }, rowsOf([], [fresh]));
    expect(same.cards.get(fresh.id)).toEqual(fresh);
  });
});

test('[NOTE-1] every stock type has a sort field and distinct slots of its own', () => {
  for (const type of STOCK_TYPES) {
    expect(type.fields.map((field) => field.id)).toContain(type.sortFieldId);
    expect(new Set(type.templates.map((each) => each.slot)).size).toBe(type.templates.length);
  }
  expect(FIELD.front).toBe('front');
});

test('[LOG-11] a section renamed before case was one renames its own spelling alone', () => {
  const note = aNote('n', [1], { sections: ['Renal', 'renal::Tubule'] });
  const rows = rowsOf([note], [aCard('n/1', { sections: note.sections })]);
  const body = { noteIds: [note.id], from: 'renal', to: 'Kidney' };
  const sectionsAfter = (version: number) => {
    const written = { ...anOperation({ kind: 'rename-section', ...body }), version };
    const admitted = admitOperation(written);
    if (admitted.is !== 'known') throw new Error(admitted.why);
    return rowsAfter(admitted.operation.body, rows).notes.get(note.id)?.sections;
  };
  expect(sectionsAfter(1)).toEqual(['Renal', 'Kidney::Tubule']);
  expect(sectionsAfter(2)).toEqual(['Kidney', 'Kidney::Tubule']);
});
