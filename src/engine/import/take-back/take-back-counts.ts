import type { Note } from '../../../domain/content/note.ts';
import { unpackedLog } from '../../../domain/import/packed-log.ts';
import type { CardBack, NoteBack, TakeBack } from '../../../domain/import/take-back.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { cardNow } from './before-import.ts';
import type { BroughtNow } from './brought-now.ts';
import type { HereNow } from './import-made.ts';

/** What taking an import back would do, in numbers. */
export interface TakeBackCounts {
  /** That go. */
  readonly notes: number;
  readonly cards: number;
  readonly pastAnswers: number;
  readonly decks: number;
  /** Notes that were here before and are others afterwards. */
  readonly restored: number;
  /** Of the notes that were here before: something that came was changed since, and stays. */
  readonly changedSince: number;
  /** Cards that were here before: those that stand where they stood, and those answered since. */
  readonly cardsBack: number;
  readonly cardsAnsweredSince: number;
  /** Notes that came and were edited, marked or tagged since, or answered; all, and by what was done. */
  readonly workedOn: { readonly notes: number; readonly edited: number; readonly answered: number };
}

/** A note that was here before: as it is, what came of it, and as it is afterwards. */
export interface RestoredNote {
  readonly own: Note;
  readonly back: NoteBack;
  readonly note: Note;
}

/** Counts what a plan takes back, and what stays because of what was done since. */
export function takeBackCounts(
  { noteIds, cards, logIds, lines, deckIds }: Omit<TakeBack, 'media'>,
  after: readonly RestoredNote[],
  brought: BroughtNow,
  now: HereNow,
): TakeBackCounts {
  const isThere = ({ id }: CardBack) => cardNow(now, id) !== undefined;
  const old = cards.filter((back) => back.before && isThere(back));
  const isUntouched = ({ id, brought: was }: CardBack) =>
    canonical(cardNow(now, id)?.schedule) === canonical(was.schedule);
  const saysMore = ({ own, note }: { own: Note; note: Note }) => textOf(own) !== textOf(note);
  return {
    notes: noteIds.length,
    cards: noteIds.reduce((sum, id) => sum + (now.cards.get(id)?.length ?? 0), 0),
    pastAnswers: [
      ...logIds.map((id) => now.pastLogs.get(id)?.packed ?? ''),
      ...[...lines, ...cards.flatMap((card) => card.lines ?? [])].map(({ packed }) => packed),
    ].reduce((sum, packed) => sum + unpackedLog(packed).length, 0),
    decks: deckIds.length,
    restored: after.filter(saysMore).length,
    changedSince: after.filter(({ note, back }) => textOf(note) !== textOf(back.before)).length,
    cardsBack: old.filter(isUntouched).length,
    cardsAnsweredSince: old.filter((back) => !isUntouched(back)).length,
    workedOn: {
      notes: brought.workedOn.size,
      edited: brought.edited,
      answered: brought.answered,
    },
  };
}

function textOf({ noteTypeId, fields, sections, tags, deckId }: Note): string {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
  return canonical([noteTypeId, filled, sections, tags, deckId]);
}
