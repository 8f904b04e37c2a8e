import { tagsOf } from '../../content/note.ts';
import type { CardEntry, NoteEntry } from '../entries.ts';
import type { LibraryRow } from '../library.ts';
import {
  deckOf,
  dueOf,
  flagOf,
  intervalOfLine,
  lineOfCard,
  lineOfNote,
  mean,
  memoryOf,
  retrievabilityOf,
  stateOf,
  totalOf,
  type RowMoment,
  cardNameOfLine,
} from './row-values.ts';

type Subject =
  | { readonly mode: 'cards'; readonly entry: CardEntry }
  | { readonly mode: 'notes'; readonly entry: NoteEntry };

/** What a row shows `today`. */
export function libraryRowOf(subject: Subject, today: RowMoment): LibraryRow {
  const line = subject.mode === 'cards' ? lineOfCard(subject.entry) : lineOfNote(subject.entry);
  const { note, cards } = line;
  const memories = cards.map(({ card }) => memoryOf(card.schedule));
  const deck = deckOf(line);
  const every = (test: (card: CardEntry['card']) => boolean): boolean =>
    cards.length > 0 && cards.every(({ card }) => test(card));
  return {
    id: subject.mode === 'cards' ? subject.entry.card.id : note.note.id,
    noteId: note.note.id,
    cardIds: cards.map(({ card }) => card.id),
    sortField: note.sortText,
    noteTypeId: note.note.noteTypeId,
    typeName: note.type.name,
    cardName: cardNameOfLine(line),
    deckId: deck.id,
    deckName: deck.name,
    tags: tagsOf(note.note),
    state: stateOf(line),
    due: dueOf(line, today),
    intervalDays: intervalOfLine(line),
    stability: mean(memories.map((memory) => memory?.stability)),
    difficulty: mean(memories.map((memory) => memory?.difficulty)),
    retrievability: retrievabilityOf(line, today),
    reps: totalOf(cards.map(({ card }) => card.schedule.reps)),
    lapses: totalOf(cards.map(({ card }) => card.schedule.lapses)),
    flag: flagOf(line),
    suspended: every((card) => card.suspended),
    buried: every((card) => card.buriedUntil > today.today),
    absent: every((card) => card.absent),
    addedAtMillis: note.note.addedAtMillis,
    editedAtMillis: note.note.editedAtMillis,
    isGone: subject.entry.at === -1,
  };
}
