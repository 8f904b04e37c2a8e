import { DEFAULT_PRESET_ID, type Deck } from '../../../domain/collection/deck.ts';
import type { Change, Rows } from '../../../domain/collection/rows.ts';
import { deckGrave } from '../../../domain/collection/saved-search.ts';
import { textOfDraft } from '../../../domain/content/draft-text.ts';
import type { Note, NoteText } from '../../../domain/content/note.ts';
import { compareDeck } from '../../../domain/deck-text/compare-decks.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/problem.ts';
import { speltAs } from '../../../domain/text/same-name.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { cardsByNote, noteChanges, withSectionsListed } from '../../parts/note-cards.ts';
import {
  deckId,
  list,
  noteDraft,
  noteId,
  object,
  optional,
  text,
  truth,
  type ValueOf,
} from '../../shapes.ts';

const shape = object({
  deckId,
  name: text,
  source: text,
  drafts: list(noteDraft),
  /** Of the text that comes with Rounds; absent for a person's own file. */
  edition: optional(text),
  /** Notes no longer in the file that the person chose to archive. */
  archive: list(noteId),
  /** Notes no longer in the file that stay, as the person's own from now on. */
  keep: list(noteId),
  /** Archived notes that are in the file and should come back. */
  restore: list(noteId),
  /**
   * As in versions 1 and 2: a fact whose note lay in another deck was taken for new and began anew,
   * and what the deck had besides, of its day or for another program, went.
   */
  asBefore3: optional(truth),
});
type Load = ValueOf<typeof shape>;

/** A deck file read again: text follows the file by id, every schedule stays (D rules). */
export const loadDeckKind = defineKind({
  name: 'load-deck',
  // 2: facts may be Markdown, and have a question of their own for the way back. 3: notes moved to
  // another deck stay there (DECK-36), and so do the new cards let through today and what another
  // program keeps of the deck.
  version: 3,
  shape,
  word: t`load deck`,
  about: (body) => ({ deckIds: [body.deckId] }),
  upgrade: {
    1: (fields) => fields,
    2: (fields: object) => ({ ...fields, asBefore3: true }),
  },
  reach: ({ deckId: own, drafts, asBefore3 }) => ({
    notesOfDeck: own,
    deckIds: [own],
    ...(asBefore3 ? {} : { noteIds: drafts.map(({ id }) => id) }),
  }),
  effects(body, { atMillis }, rows) {
    const cards = cardsByNote(rows);
    const compared = compareDeck(body.drafts, [...rows.notes.values()]);
    const { changed, unchanged, kept, returned } = compared;
    const edited = new Set(changed.map((note) => note.stored.id));
    const merged = new Map(
      [...changed, ...unchanged, ...kept, ...returned].map((note) => [note.stored.id, note.merged]),
    );
    const deck = deckChange(body, rows);
    const changes: Change[] = [deck.change, ...graveOpened(body, rows)];
    body.drafts.forEach((draft, position) => {
      const stored = rows.notes.get(draft.id);
      const text = merged.get(draft.id) ?? textOfDraft(draft);
      const isElsewhere = stored !== undefined && stored.deckId !== body.deckId;
      const listed = isElsewhere ? rows.decks.get(stored.deckId)?.sections : deck.sections;
      const note: Note = {
        ...text,
        sections: speltAs(text.sections, listed),
        id: draft.id,
        deckId: stored?.deckId ?? body.deckId,
        tags: stored?.tags ?? [],
        position: isElsewhere ? stored.position : position,
        archived: stored?.archived === true && !body.restore.includes(draft.id),
        addedAtMillis: stored?.addedAtMillis ?? atMillis,
        editedAtMillis: stored && !edited.has(draft.id) ? stored.editedAtMillis : atMillis,
        fromFile: draft,
      };
      changes.push(...noteChanges(stored, note, cards.get(draft.id) ?? [], rows.noteTypes));
    });
    const inFile = new Set<string>(body.drafts.map((draft) => draft.id));
    for (const id of new Set([...body.archive, ...body.keep])) {
      const stored = rows.notes.get(id);
      if (!stored || inFile.has(id)) continue;
      const { fromFile: _gone, ...own } = stored;
      const note = body.archive.includes(id) ? { ...stored, archived: true } : own;
      changes.push(...noteChanges(stored, note, cards.get(id) ?? [], rows.noteTypes));
    }
    return ok({ changes: [...changes, ...listedElsewhere(changes, body.deckId, rows)] });
  },
});

/** The file names the deck and orders its sections; notes the file does not have keep theirs. */
function deckChange(body: Load, rows: Rows): { change: Change; sections: readonly string[] } {
  const before = rows.decks.get(body.deckId);
  const others = [...rows.notes.values()].filter(
    (note) => note.deckId === body.deckId && !note.archived,
  );
  const ownDrafts = body.drafts.filter(({ id }) => {
    return (rows.notes.get(id)?.deckId ?? body.deckId) === body.deckId;
  });
  const { moreNew, foreign } = body.asBefore3 ? {} : (before ?? {});
  const after: Deck = {
    ...(moreNew && { moreNew }),
    ...(foreign && { foreign }),
    id: body.deckId,
    name: body.name,
    source: body.source,
    presetId: before?.presetId ?? DEFAULT_PRESET_ID,
    sections: sectionsInOrder([...ownDrafts, ...others]),
    ...(body.edition === undefined ? {} : { edition: body.edition }),
  };
  const change: Change = { table: 'decks', key: after.id, before, after };
  return { change, sections: after.sections };
}

/** Home sections in the file's order, then those that facts only belong to besides. */
function sectionsInOrder(notes: readonly Pick<NoteText, 'sections'>[]): string[] {
  const home = notes.flatMap(({ sections }) => sections.slice(0, 1));
  return speltAs([...home, ...notes.flatMap(({ sections }) => sections)]);
}

/** What other decks have to list of the sections of notes that lie there. */
function listedElsewhere(changes: readonly Change[], own: DeckId, rows: Rows): Change[] {
  const moved = changes.filter((each) => each.table === 'notes' && each.after?.deckId !== own);
  return withSectionsListed(moved, rows).slice(moved.length);
}

/** A deleted deck that is loaded again is wanted again. */
function graveOpened(body: Load, rows: Rows): Change[] {
  const key = deckGrave(body.deckId);
  const before = rows.graves.get(key);
  return before ? [{ table: 'graves', key, before, after: undefined }] : [];
}
