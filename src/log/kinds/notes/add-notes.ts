import type { Change, Effects, Rows } from '../../../domain/collection/rows.ts';
import { LABELS, type NewNote, type Note } from '../../../domain/content/note.ts';
import { speltAs, keyOfName } from '../../../domain/text/same-name.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import { slotsOfNote } from '../../../domain/template/slots.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Stamp } from '../../envelope.ts';
import { defineKind } from '../../kind.ts';
import { inNewDeck } from '../../parts/new-deck.ts';
import { cardsByNote, noteChanges, withSectionsListed } from '../../parts/note-cards.ts';
import { list, newNote, object, optional, text } from '../../shapes.ts';

/**
 * A person's own notes, each with its cards, after the deck's other new cards. Version 2 can make
 * the deck that they go to in the same step.
 */
export const addNotesKind = defineKind({
  name: 'add-notes',
  version: 2,
  shape: object({
    notes: list(newNote),
    /** The deck of all of them, where it is made for them. */
    newDeck: optional(object({ name: text, presetId: text })),
  }),
  word: t`add note`,
  about: ({ notes }) => ({ noteIds: notes.map(({ id }) => id) }),
  reach: ({ notes, newDeck }) => ({
    noteIds: notes.map(({ id }) => id),
    ...(newDeck ? { allDecks: true } : { deckIds: [...new Set(notes.map((each) => each.deckId))] }),
  }),
  effects({ notes, newDeck }, stamp, rows) {
    const [first] = notes;
    if (!newDeck || !first) return added(notes, stamp, rows);
    return inNewDeck(first.deckId, newDeck, rows, (withDeck) => added(notes, stamp, withDeck));
  },
  brings: ({ notes }) => notes.map(({ id }) => id),
  upgrade: { 1: (fields) => fields },
});

function added(
  drafts: readonly NewNote[],
  { atMillis, logicalMillis }: Stamp,
  rows: Rows,
): Result<Effects> {
  const changes: Change[] = [];
  const cards = cardsByNote(rows);
  const seen = new Set<string>();
  for (const [index, draft] of drafts.entries()) {
    const refused = refusalOf(draft, rows, seen);
    if (refused) return refused;
    seen.add(draft.id);
    const { id, deckId, noteTypeId, fields, sections } = draft;
    const note: Note = {
      id,
      deckId,
      noteTypeId,
      fields,
      sections: speltAs(
        sections.filter((tag) => !LABELS.includes(keyOfName(tag))),
        rows.decks.get(deckId)?.sections,
      ),
      tags: LABELS.filter((label) => sections.some((tag) => keyOfName(tag) === label)),
      // The clock's milliseconds come after every file's 0, 1, 2 … and grow with each note.
      position: logicalMillis + index,
      archived: false,
      addedAtMillis: atMillis,
      editedAtMillis: atMillis,
    };
    // A damaged collection may have cards of it already: they stand where they stand.
    changes.push(...noteChanges(undefined, note, cards.get(id) ?? [], rows.noteTypes));
  }
  return ok({ changes: withSectionsListed(changes, rows) });
}

function refusalOf(
  draft: NewNote,
  rows: Rows,
  seen: ReadonlySet<string>,
): Result<never> | undefined {
  const type = noteTypeOf(draft.noteTypeId, rows.noteTypes);
  if (!type) {
    return failed(
      t`The type of this note is no longer there.`,
      t`Your text is still here; nothing was added.`,
      t`Choose another type.`,
    );
  }
  if (!rows.decks.has(draft.deckId)) {
    return failed(
      t`The deck for this note is no longer there.`,
      t`Your text is still here; nothing was added.`,
      t`Choose another deck.`,
    );
  }
  if (rows.notes.has(draft.id) || seen.has(draft.id) || draft.id.includes('/')) {
    return failed(
      t`There is already a note with this id.`,
      t`That note is as it was; nothing was added.`,
      t`Add the note again.`,
    );
  }
  if (slotsOfNote(type, draft.fields, draft.sections.length > 0).length > 0) return undefined;
  return failed(
    t`This note would make no card.`,
    t`Your text is still here; nothing was added.`,
    type.kind === 'standard'
      ? t`Fill in the side that asks.`
      : t`Hide something: a card is made for each numbered deletion.`,
  );
}
