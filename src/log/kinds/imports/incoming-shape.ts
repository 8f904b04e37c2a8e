import type { StudySettings } from '../../../domain/collection/deck.ts';
import type { ImportReport } from '../../../domain/import/import-report.ts';
import type { Incoming, IncomingCard, IncomingNote } from '../../../domain/import/incoming.ts';
import {
  cardId,
  deck,
  flag,
  foreign,
  list,
  mediaFileShape,
  newNote,
  noteId,
  noteType,
  number,
  object,
  optional,
  pastLog,
  preset,
  schedule,
  type Shape,
  studyDayShape,
  text,
  truth,
} from '../../shapes.ts';

const history = object({
  tags: list(text),
  position: number,
  archived: truth,
  addedAtMillis: number,
  editedAtMillis: number,
  foreign: optional(foreign),
});
const note: Shape<IncomingNote> = {
  fault: (value) => newNote.fault(value) ?? history.fault(value),
};

const card = object({
  id: cardId,
  schedule,
  flag,
  suspended: truth,
  buriedUntil: studyDayShape,
  putAwayUntil: optional(studyDayShape),
}) as unknown as Shape<IncomingCard>;

const report = object({
  fileName: text,
  added: number,
  updated: number,
  unchanged: number,
  keptMine: number,
  cards: number,
  reviews: number,
  media: number,
  leftOut: list(object({ what: text, why: text })),
  problems: list(text),
}) as unknown as Shape<ImportReport>;

/** What a file brings. */
export const incoming = object({
  fileName: text,
  types: list(noteType),
  presets: list(preset),
  decks: list(deck),
  notes: list(note),
  cards: list(card),
  pastLogs: list(pastLog),
  media: list(mediaFileShape),
  settings: optional(
    object({ foreign: optional(foreign) }) as unknown as Shape<Pick<StudySettings, 'foreign'>>,
  ),
  report: optional(report),
  theirs: list(noteId),
  replaced: list(noteId),
}) as unknown as Shape<Incoming>;
