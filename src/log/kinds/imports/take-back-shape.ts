import type { AsImported } from '../../../domain/content/note.ts';
import type { NoteType } from '../../../domain/content/note-type.ts';
import type { CardState, RowBack, TakeBack } from '../../../domain/import/take-back.ts';
import { record } from '../../shape.ts';
import { storedNote } from '../../parts/table-rows.ts';
import {
  cardId,
  deckId,
  flag,
  foreign,
  list,
  mediaName,
  noteId,
  noteType,
  noteTypeId,
  object,
  of,
  operationId,
  optional,
  schedule,
  type Shape,
  studyDayShape,
  text,
  truth,
} from '../../shapes.ts';

const asImported = of<AsImported>()({
  noteTypeId,
  deckId,
  fields: record(text),
  tags: text,
});

const cardState = object({
  schedule,
  flag,
  suspended: truth,
  buriedUntil: studyDayShape,
  putAwayUntil: optional(studyDayShape),
}) as unknown as Shape<CardState>;

const typeBack = of<RowBack<NoteType>>()({
  id: text,
  before: optional(noteType),
  brought: text,
});

const lines = object({ id: cardId, packed: text });
const foreignBack = { before: optional(foreign), brought: text };

/** What is taken back of an import. */
export const takenBack = object({
  importId: operationId,
  fileName: text,
  noteIds: list(noteId),
  logIds: list(cardId),
  lines: list(lines),
  notes: list(object({ before: storedNote, brought: asImported })),
  cards: list(
    object({
      id: cardId,
      before: optional(cardState),
      brought: cardState,
      lines: optional(lines),
    }),
  ),
  types: list(typeBack),
  presetIds: list(text),
  presets: list(object({ ...foreignBack, id: text })),
  deckIds: list(deckId),
  decks: list(
    object({
      id: deckId,
      unlisted: list(text),
      foreign: optional(object(foreignBack)),
    }),
  ),
  media: list(object({ id: mediaName, sha256: text })),
  graves: list(text),
  settings: optional(object({ ...foreignBack, isNew: optional(truth) })),
  seesNamedAlone: optional(truth),
}) as unknown as Shape<TakeBack>;
