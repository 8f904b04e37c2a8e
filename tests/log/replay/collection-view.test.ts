import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Change, Reach, Rows, TableName } from '../../../src/domain/collection/rows.ts';
import { deckGrave } from '../../../src/domain/collection/saved-search.ts';
import type { Note } from '../../../src/domain/content/note.ts';
import type { CardId, DeckId, NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { CollectionView, onlyCardOf } from '../../../src/log/replay/collection-view.ts';
import { A_DECK, aCard, aNote, inReview, rowsOf, TODAY } from '../../support/collection.ts';

const OTHER = 'other' as DeckId;
const THIRD = 'third' as DeckId;
const ONE = aNote('a', [1, 2]);
const TWO = aNote('b', [1], { deckId: OTHER, noteTypeId: 'own' as NoteTypeId });
const cardId = (note: Note, slot: number) => `${note.id}/${slot}` as CardId;
const row = <Row>(id: string, more: object = {}): [string, Row] => [id, { id, ...more } as Row];

/** Two notes in two decks, a third deck that is empty, and a few rows of every other table. */
const ROWS: Rows = {
  ...rowsOf([ONE, TWO], [aCard(cardId(TWO, 1), { deckId: OTHER })]),
  decks: new Map([A_DECK.id, OTHER, THIRD].map((id) => [id, { ...A_DECK, id }])),
  graves: new Map([A_DECK.id, OTHER].map((id) => row(deckGrave(id)))),
  noteTypes: new Map([row('own')]),
  media: new Map([row('a.png'), row('b.png')]),
  searches: new Map([row('s1'), row('s2')]),
  overlays: new Map([row('o1'), row('o2')]),
  cramAnswers: new Map([row('c1'), row('c2')]),
};

/** The keys of all tables that an operation of this reach sees something of. */
function seen(reach: Reach, view = new CollectionView(ROWS)): Partial<Record<TableName, string[]>> {
  const all = Object.entries(view.within(reach)).map(([table, rows]) => [table, [...rows.keys()]]);
  return Object.fromEntries(all.filter(([, keys]) => keys?.length));
}

const ALWAYS = { presets: ['default'], settings: ['study'] };
const IN_FIRST = { decks: [A_DECK.id], graves: [deckGrave(A_DECK.id)] };
const IN_OTHER = { decks: [OTHER], graves: [deckGrave(OTHER)] };
const IN_BOTH = { decks: [A_DECK.id, OTHER], graves: [A_DECK.id, OTHER].map(deckGrave) };
/** Decks stand in the order in which the cards name them. */
const IN_TURN = { decks: [OTHER, A_DECK.id], graves: [OTHER, A_DECK.id].map(deckGrave) };
const OF_ONE = [cardId(ONE, 1), cardId(ONE, 2)];
const OF_TWO = [cardId(TWO, 1)];
const TYPES = { noteTypes: ['own'] };

describe('[LOG-5] what an operation of a replay sees:', () => {
  test.each<[string, Reach, object]>([
    ['nothing named', {}, { ...TYPES }],
    ['nothing, without notes', { withoutNotes: true }, {}],
    [
      'one card',
      { cardIds: [cardId(ONE, 2)] },
      { notes: [ONE.id], cards: OF_ONE, ...IN_FIRST, ...TYPES },
    ],
    [
      'one card, without its note',
      { cardIds: [cardId(ONE, 1)], withoutNotes: true },
      { cards: OF_ONE, ...IN_FIRST },
    ],
    [
      'a card that is gone beside its note',
      { cardIds: [cardId(ONE, 9)] },
      { notes: [ONE.id], cards: OF_ONE, ...IN_FIRST, ...TYPES },
    ],
    ['a card and its note gone', { cardIds: ['x/1' as CardId] }, { ...TYPES }],
    [
      'cards of two notes',
      { cardIds: [...OF_ONE, ...OF_TWO] },
      { notes: [ONE.id, TWO.id], cards: [...OF_ONE, ...OF_TWO], ...IN_BOTH, ...TYPES },
    ],
    [
      'cards of two, without notes',
      { cardIds: [...OF_TWO, ...OF_ONE], withoutNotes: true },
      { cards: [...OF_TWO, ...OF_ONE], ...IN_TURN },
    ],
    ['a note', { noteIds: [TWO.id] }, { notes: [TWO.id], cards: OF_TWO, ...IN_OTHER, ...TYPES }],
    [
      'a note twice',
      { noteIds: [TWO.id, TWO.id] },
      { notes: [TWO.id], cards: OF_TWO, ...IN_OTHER, ...TYPES },
    ],
    ['a note that is gone', { noteIds: ['x' as NoteId] }, { ...TYPES }],
    [
      'a note and a card of another',
      { noteIds: [TWO.id], cardIds: [cardId(ONE, 1)] },
      { notes: [TWO.id, ONE.id], cards: [...OF_TWO, ...OF_ONE], ...IN_TURN, ...TYPES },
    ],
    [
      'a deck’s notes',
      { notesOfDeck: OTHER },
      { notes: [TWO.id], cards: OF_TWO, ...IN_OTHER, ...TYPES },
    ],
    ['an empty deck’s notes', { notesOfDeck: THIRD }, { ...TYPES }],
    [
      'a type’s notes',
      { notesOfType: 'own' as NoteTypeId },
      { notes: [TWO.id], cards: OF_TWO, ...IN_OTHER, ...TYPES },
    ],
    ['a deck alone', { deckIds: [OTHER] }, { ...IN_OTHER, ...TYPES }],
    ['a deck without a grave', { deckIds: [THIRD] }, { decks: [THIRD], ...TYPES }],
    ['no deck', { deckIds: [] }, { ...TYPES }],
    [
      'a deck beside a card’s',
      { deckIds: [THIRD], cardIds: OF_TWO },
      { notes: [TWO.id], cards: OF_TWO, ...IN_OTHER, decks: [THIRD, OTHER], ...TYPES },
    ],
    ['all decks', { allDecks: true }, { decks: [A_DECK.id, OTHER, THIRD], ...TYPES }],
    ['files', { mediaNames: ['b.png', 'gone.png'] }, { media: ['b.png'], ...TYPES }],
    ['searches', { searchIds: ['s2'] }, { searches: ['s2'], ...TYPES }],
    ['an overlay', { overlayIds: ['o2' as never] }, { overlays: ['o2'], ...TYPES }],
    ['all overlays', { allOverlays: true }, { overlays: ['o1', 'o2'], ...TYPES }],
    ['crammed answers', { cramAnswerIds: ['c1' as never] }, { cramAnswers: ['c1'], ...TYPES }],
  ])('%s', (_, reach, expected) => {
    expect(seen(reach)).toEqual({ ...ALWAYS, ...expected });
  });

  test('[LOG-5] the rows are those that are there, in order', () => {
    const view = new CollectionView(ROWS);
    const { notes, cards } = view.within({ cardIds: [cardId(ONE, 1)] });
    expect([...notes.values()]).toEqual([ONE]);
    expect([...cards.values()]).toEqual(OF_ONE.map((id) => ROWS.cards.get(id)));
    const [other] = view.within({ cardIds: OF_TWO }).cards.values();
    expect(other).toEqual(ROWS.cards.get(cardId(TWO, 1)));
  });

  test('[LOG-5] a note in another deck than its card, or siblings in two, show both decks', () => {
    const moved = aCard(cardId(TWO, 1), { deckId: THIRD });
    const apart = new CollectionView({ ...ROWS, cards: new Map(ROWS.cards).set(moved.id, moved) });
    expect(seen({ cardIds: OF_TWO }, apart).decks).toEqual([OTHER, THIRD]);
    // Without its note nothing tells of the note's deck.
    expect(seen({ cardIds: OF_TWO, withoutNotes: true }, apart).decks).toEqual([THIRD]);
    const sibling = aCard(cardId(ONE, 2), { deckId: THIRD });
    const parted = new CollectionView({
      ...ROWS,
      cards: new Map(ROWS.cards).set(sibling.id, sibling),
    });
    expect(seen({ cardIds: OF_ONE.slice(0, 1), withoutNotes: true }, parted)).toEqual({
      ...ALWAYS,
      cards: OF_ONE,
      decks: [A_DECK.id, THIRD],
      graves: [deckGrave(A_DECK.id)],
    });
  });

  test('[LOG-5] a card whose note is gone shows the card and its deck', () => {
    const view = new CollectionView({ ...ROWS, notes: new Map() });
    expect(seen({ cardIds: OF_TWO }, view)).toEqual({
      ...ALWAYS,
      cards: OF_TWO,
      ...IN_OTHER,
      ...TYPES,
    });
  });
});

const change = (table: Change['table'], key: string, after: unknown, before?: unknown) =>
  ({ table, key, before, after }) as Change;

describe('[LOG-5] what is written is seen by the next step:', () => {
  test('[LOG-5] cards that come and go stand by their note, and alone again', () => {
    const view = new CollectionView(ROWS);
    const third = aCard(cardId(TWO, 3), { deckId: OTHER });
    view.write([change('cards', third.id, third)]);
    expect(seen({ cardIds: OF_TWO }, view).cards).toEqual([...OF_TWO, third.id]);
    expect(seen({ cardIds: [third.id] }, view).cards).toEqual([...OF_TWO, third.id]);
    view.write([change('cards', cardId(TWO, 1), undefined, ROWS.cards.get(cardId(TWO, 1)))]);
    expect(seen({ cardIds: [third.id] }, view).cards).toEqual([third.id]);
    expect(seen({ cardIds: OF_TWO }, view).cards).toEqual([third.id]);
    view.write([change('cards', third.id, undefined, third)]);
    expect(seen({ cardIds: [third.id] }, view)).toEqual({
      ...ALWAYS,
      notes: [TWO.id],
      ...IN_OTHER,
      ...TYPES,
    });
    view.write([change('cards', third.id, third)]);
    expect(seen({ noteIds: [TWO.id] }, view).cards).toEqual([third.id]);
  });

  test('[LOG-5] of three siblings two are left', () => {
    const view = new CollectionView(ROWS);
    const third = aCard(cardId(ONE, 3));
    view.write([change('cards', third.id, third)]);
    view.write([change('cards', cardId(ONE, 1), undefined, ROWS.cards.get(cardId(ONE, 1)))]);
    for (const id of [cardId(ONE, 2), third.id]) {
      expect(seen({ cardIds: [id] }, view).cards).toEqual([cardId(ONE, 2), third.id]);
    }
    // One that is gone already goes without a word.
    view.write([change('cards', cardId(ONE, 1), undefined)]);
    expect(seen({ noteIds: [ONE.id] }, view).cards).toEqual([cardId(ONE, 2), third.id]);
  });

  test('[LOG-5] a card changed is the same card, and no second one', () => {
    const view = new CollectionView(ROWS);
    const before = ROWS.cards.get(cardId(ONE, 2));
    const after = { ...before, flag: 4 };
    view.write([change('cards', cardId(ONE, 2), after, before)]);
    const { cards } = view.within({ noteIds: [ONE.id] });
    expect([...cards.keys()]).toEqual(OF_ONE);
    expect(cards.get(cardId(ONE, 2))).toEqual(after);
  });

  test('[LOG-5] a deck looked at before is seen as it was written since, its grave too', () => {
    const view = new CollectionView(ROWS);
    const decks = (): Rows => ({ ...view.within({ cardIds: OF_TWO }) });
    const first = decks();
    expect(decks().decks).toBe(first.decks);
    const renamed = { ...A_DECK, id: OTHER, name: 'Renamed' };
    view.write([change('decks', OTHER, renamed, ROWS.decks.get(OTHER))]);
    expect(decks().decks.get(OTHER)).toEqual(renamed);
    view.write([change('graves', deckGrave(OTHER), undefined, ROWS.graves.get(deckGrave(OTHER)))]);
    expect(decks().graves.size).toBe(0);
    view.write([change('notes', 'x', undefined)]);
    expect(decks().decks.get(OTHER)).toEqual(renamed);
  });

  test('[LOG-5] the rows it was made from stay as they were', () => {
    const view = new CollectionView(ROWS);
    view.write([change('notes', ONE.id, undefined, ONE), change('media', 'a.png', undefined)]);
    expect(view.tables.notes.has(ONE.id)).toBe(false);
    expect(ROWS.notes.has(ONE.id)).toBe(true);
    expect(ROWS.media.has('a.png')).toBe(true);
  });

  test('[LOG-5] an answer writes its card, the siblings it buries and the note’s label', () => {
    const view = new CollectionView(ROWS);
    const [first, second] = OF_ONE.map((id) => ROWS.cards.get(id) as Card);
    if (!first || !second) throw new Error('two cards');
    const answered = { ...first, schedule: inReview(TODAY + 4) };
    const buried = { ...second, buriedUntil: TODAY + 1 };
    const leech = { ...ONE, tags: ['leech'] };
    view.writeAnswer([
      change('cards', first.id, answered, first),
      change('cards', second.id, buried, second),
      change('notes', ONE.id, leech, ONE),
    ]);
    expect(view.tables.cards.get(first.id)).toEqual(answered);
    expect(view.tables.cards.get(second.id)).toEqual(buried);
    expect(view.tables.notes.get(ONE.id)).toEqual(leech);
    view.writeAnswer([change('cards', second.id, undefined, buried)]);
    expect(seen({ noteIds: [ONE.id] }, view).cards).toEqual([first.id]);
  });
});

test('[LOG-5] only an operation about one card, and at most without its note, sees one alone', () => {
  const one = cardId(ONE, 1);
  expect(onlyCardOf({ cardIds: [one] })).toBe(one);
  expect(onlyCardOf({ cardIds: [one], withoutNotes: true })).toBe(one);
  expect(onlyCardOf({})).toBeUndefined();
  expect(onlyCardOf({ cardIds: [] })).toBeUndefined();
  expect(onlyCardOf({ cardIds: OF_ONE })).toBeUndefined();
  expect(onlyCardOf({ cardIds: [one], noteIds: [] })).toBeUndefined();
  expect(onlyCardOf({ cardIds: [one], allDecks: true })).toBeUndefined();
});
