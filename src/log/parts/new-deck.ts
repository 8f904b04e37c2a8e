import type { Deck } from '../../domain/collection/deck.ts';
import type { Change, Effects, Rows } from '../../domain/collection/rows.ts';
import type { DeckId } from '../../kernel/ids.ts';
import { partsOf } from '../../kernel/path.ts';
import { failed, ok, type Result } from '../../kernel/problem.ts';
import { named } from '../../kernel/named.ts';
import { t } from '../../kernel/texts.ts';

/** A deck that is made for notes in the same step, so that one undo takes both back. */
export interface NewDeck {
  readonly name: string;
  readonly presetId: string;
}

/** The row of a deck that is made; refused where its name or id is taken. */
export function madeDeck(id: DeckId, made: NewDeck, rows: Rows): Result<Deck> {
  const taken = nameProblem([made.name], [...rows.decks.values()]);
  if (taken) return taken;
  if (rows.decks.has(id)) return nameTaken(made.name);
  return ok({ id, name: made.name, presetId: made.presetId, sections: [], source: '' });
}

/** What `change` does with the new deck there, and the deck with the sections that it brings. */
export function inNewDeck(
  deckId: DeckId,
  newDeck: NewDeck,
  rows: Rows,
  change: (rows: Rows) => Result<Effects>,
): Result<Effects> {
  const made = madeDeck(deckId, newDeck, rows);
  if (!made.ok) return made;
  const done = change({ ...rows, decks: new Map(rows.decks).set(deckId, made.value) });
  if (!done.ok) return done;
  // The sections that the notes bring are on the new deck's list from the start: one row, one change.
  const isNew = ({ table, key }: Change): boolean => table === 'decks' && key === deckId;
  const after = (done.value.changes.find(isNew)?.after ?? made.value) as Deck;
  const others = done.value.changes.filter((each) => !isNew(each));
  return ok({ changes: [{ table: 'decks', key: deckId, before: undefined, after }, ...others] });
}

/** A deck's name is one or more parts with '::' between them; no two decks have the same. */
export function nameProblem(
  names: readonly string[],
  others: readonly Deck[],
): Result<never> | undefined {
  if (names.some((name) => name === '' || partsOf(name).some((part) => part.trim() === ''))) {
    return failed(
      t`A deck needs a name, and so does each part of it between “::”.`,
      t`Nothing was changed.`,
      t`Give every part a name.`,
    );
  }
  const taken = new Set(others.map((deck) => deck.name.toLowerCase()));
  for (const name of names) {
    if (taken.has(name.toLowerCase())) return nameTaken(name);
    taken.add(name.toLowerCase());
  }
  return undefined;
}

export function deckGone(): Result<never> {
  return failed(t`The deck is no longer there.`, t`Nothing was changed.`, t`Choose another deck.`);
}

function nameTaken(name: string): Result<never> {
  return failed(
    t`There is already a deck “${named(name)}”.`,
    t`Nothing was changed.`,
    t`Choose another name, or merge the two decks.`,
  );
}
