import type { Card } from '../../domain/collection/card.ts';
import type { TableName, Tables } from '../../domain/collection/rows.ts';
import { anyOf, type Shape } from '../shape.ts';
import { overlay } from '../overlay-shapes.ts';
import {
  cardId,
  cramId,
  deck,
  deckId,
  flag,
  grade,
  keptPastLog,
  list,
  mediaFileShape,
  newNote,
  noteType,
  number,
  object,
  operationId,
  preset,
  savedSearch,
  schedule,
  studyDayShape,
  studySettings,
  text,
  truth,
  whole,
  word,
} from '../shapes.ts';

const card = object({
  id: cardId,
  deckId,
  sections: list(text),
  position: number,
  schedule,
  flag,
  suspended: truth,
  buriedUntil: studyDayShape,
  absent: truth,
}) as unknown as Shape<Card>;

const noteHistory = object({
  tags: list(text),
  position: number,
  archived: truth,
  addedAtMillis: number,
  editedAtMillis: number,
});
/** A note with all that is stored of it. */
export const storedNote: Shape<Tables['notes']> = {
  fault: (value) => newNote.fault(value) ?? noteHistory.fault(value),
};

/** What a row of each table must look like to be taken over into the log. */
const SHAPES: { readonly [T in TableName]: Shape<unknown> } = {
  decks: deck,
  presets: preset,
  settings: studySettings,
  notes: storedNote,
  cards: card,
  noteTypes: noteType,
  media: mediaFileShape,
  searches: savedSearch,
  graves: object({ id: text }),
  overlays: overlay,
  cramAnswers: object({
    id: operationId,
    cramId,
    cardId,
    grade,
    durationMillis: number,
    atMillis: number,
    studyDay: whole,
    state: word(['open', 'accepted', 'dropped']),
  }),
  pastLogs: keptPastLog,
};

/** A row as a check found it, or as it should be; of any table. */
export type TableRow = {
  [T in TableName]: { readonly table: T; readonly row: Tables[T] };
}[TableName];

/** A row with the name of its table. */
export const tableRow = anyOf(
  Object.entries(SHAPES).map(([table, row]) => object({ table: word([table]), row })),
) as unknown as Shape<TableRow>;
