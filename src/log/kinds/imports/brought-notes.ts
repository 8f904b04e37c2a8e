import type { Card } from '../../../domain/collection/card.ts';
import type { Change, Rows } from '../../../domain/collection/rows.ts';
import { noteGrave } from '../../../domain/collection/saved-search.ts';
import type { Note } from '../../../domain/content/note.ts';
import type { Incoming, IncomingCard, IncomingNote } from '../../../domain/import/incoming.ts';
import { Spellings } from '../../../domain/text/same-name.ts';
import { type CardId, type DeckId, type NoteId, noteIdOf, slotOf } from '../../../kernel/ids.ts';
import type { Stamp } from '../../envelope.ts';
import { asImportedOf } from '../../parts/as-imported.ts';
import { mergedNote } from '../../parts/merged-note.ts';
import { cardsByNote, newCard, noteChanges } from '../../parts/note-cards.ts';
import { followed } from '../../parts/type-followed.ts';
import type { BroughtTypes } from './brought-rows.ts';

/** Notes and cards after an import. */
export interface BroughtNotes {
  readonly changes: readonly Change[];
  /** Of each deck that got notes: its sections, with those that the notes bring at the end. */
  readonly sections: ReadonlyMap<DeckId, readonly string[]>;
}

/** `rows`: with the note types and the decks as they are after the import. */
export function broughtNotes(
  body: Pick<Incoming, 'notes' | 'cards' | 'theirs' | 'replaced'>,
  { atMillis }: Stamp,
  rows: Rows,
  types: BroughtTypes,
): BroughtNotes {
  const cards = cardsByNote(rows);
  const listed = new Listed(rows.decks);
  const incomingCards = grouped(body.cards, ({ id }) => id);
  const theirs = new Set(body.theirs);
  const replaced = new Set(body.replaced);
  const changes: Change[] = [];
  const done = new Set<NoteId>();
  const takingOf = (id: NoteId) => (replaced.has(id) ? 'all' : theirs.has(id) ? 'theirs' : 'mine');
  const merged = (note: IncomingNote, mine: Note): Note => {
    const { note: after, isChanged } = mergedNote(mine, note, takingOf(note.id));
    return isChanged ? { ...after, editedAtMillis: atMillis } : after;
  };
  for (const note of body.notes) {
    if (done.has(note.id)) continue;
    done.add(note.id);
    const mine = rows.notes.get(note.id);
    const after = mine ? merged(note, mine) : { ...note, asImported: asImportedOf(note) };
    const spelt = { ...after, sections: listed.spelt(after.deckId, after.sections) };
    const grave = rows.graves.get(noteGrave(note.id));
    if (grave) changes.push({ table: 'graves', key: grave.id, before: grave, after: undefined });
    const own = noteChanges(mine, spelt, cards.get(note.id) ?? [], rows.noteTypes);
    changes.push(...withCards(own, spelt, incomingCards.get(note.id)));
  }
  const ofTypes = types.followed.flatMap((type) => followed(type, rows.noteTypes, rows));
  const others = grouped(ofTypes, ({ key }) => key as CardId);
  for (const noteId of new Set([...others.keys(), ...incomingCards.keys()])) {
    const note = rows.notes.get(noteId);
    if (!note || done.has(noteId)) continue;
    const own = others.get(noteId) ?? [];
    const known = new Set(own.map(({ key }) => key));
    const rest = (cards.get(noteId) ?? []).flatMap((card): Change[] =>
      known.has(card.id) ? [] : [{ table: 'cards', key: card.id, before: card, after: card }],
    );
    changes.push(...withCards([...own, ...rest], note, incomingCards.get(noteId)));
  }
  return { changes, sections: listed.sections };
}

/**
 * `changes` of a note and its cards with the cards as the file has them. A card that the note does
 * not make comes out of sight, with its schedule (NOTE-2).
 */
function withCards(
  changes: readonly Change[],
  note: Note,
  incoming: readonly IncomingCard[] = [],
): Change[] {
  const left = new Map(incoming.map((card) => [card.id as string, card]));
  const result = changes.flatMap((change): Change[] => {
    if (change.table !== 'cards' || !change.after) return [change];
    const own = left.get(change.key);
    left.delete(change.key);
    const after = own ? placed(change.after, own) : change.after;
    return change.before && isSameCard(change.before, after) ? [] : [{ ...change, after }];
  });
  for (const [key, card] of left) {
    const after = placed({ ...newCard(note, slotOf(card.id)), absent: true }, card);
    result.push({ table: 'cards', key, before: undefined, after });
  }
  return result;
}

function placed({ putAwayUntil: _before, ...card }: Card, incoming: IncomingCard): Card {
  const { schedule, flag, suspended, buriedUntil, putAwayUntil } = incoming;
  const after = { ...card, schedule, flag, suspended, buriedUntil };
  return putAwayUntil === undefined ? after : { ...after, putAwayUntil };
}

function isSameCard(one: Card, other: Card): boolean {
  return (
    one.schedule === other.schedule &&
    one.flag === other.flag &&
    one.suspended === other.suspended &&
    one.buriedUntil === other.buriedUntil &&
    one.putAwayUntil === other.putAwayUntil &&
    one.deckId === other.deckId &&
    one.position === other.position &&
    one.absent === other.absent &&
    one.sections.length === other.sections.length &&
    one.sections.every((section, index) => section === other.sections[index])
  );
}

/** Each deck's sections as it spells them, found by a look instead of a walk through all of them. */
class Listed {
  readonly #decks: Rows['decks'];
  readonly #spellings = new Map<DeckId, Spellings>();
  readonly #sections = new Map<DeckId, Set<string>>();

  constructor(decks: Rows['decks']) {
    this.#decks = decks;
  }

  /** `sections` as the deck has them; those that it has not are listed from now on. */
  spelt(deckId: DeckId, sections: readonly string[]): readonly string[] {
    const known = this.#sections.get(deckId) ?? new Set(this.#decks.get(deckId)?.sections);
    this.#sections.set(deckId, known);
    const spellings = this.#spellings.get(deckId) ?? new Spellings(known);
    this.#spellings.set(deckId, spellings);
    const spelt = [...new Set(sections.map((section) => spellings.of(section)))];
    for (const section of spelt) known.add(section);
    return spelt;
  }

  get sections(): ReadonlyMap<DeckId, readonly string[]> {
    return new Map([...this.#sections].map(([id, sections]) => [id, [...sections]]));
  }
}

function grouped<Row>(rows: readonly Row[], idOf: (row: Row) => CardId): Map<NoteId, Row[]> {
  const found = new Map<NoteId, Row[]>();
  for (const row of rows) {
    const noteId = noteIdOf(idOf(row));
    const own = found.get(noteId);
    if (own) own.push(row);
    else found.set(noteId, [row]);
  }
  return found;
}
