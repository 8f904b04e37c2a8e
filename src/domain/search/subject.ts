import type { Card } from '../collection/card.ts';
import type { Note } from '../content/note.ts';
import type { NoteType } from '../content/note-type.ts';
import type { CardId, DeckId } from '../../kernel/ids.ts';
import type { Grade } from '../memory/schedule.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/** What a search knows of a deck. */
export interface SearchDeck {
  readonly id: DeckId;
  /** With those above it: 'Neurology::MS'. */
  readonly name: string;
  readonly presetName: string;
}

/** What a search looks at of a note. */
export interface SearchNote {
  readonly note: Note;
  readonly type: NoteType;
  /** As textsOf makes it. */
  readonly text: string;
  readonly deck: SearchDeck;
}

/** What a search looks at of a card. */
export interface SearchCard {
  readonly card: Card;
  readonly deck: SearchDeck;
}

/** An answer in force. */
export interface PastAnswer {
  readonly studyDay: StudyDay;
  readonly grade: Grade;
  /** Of a new card, or one that was forgotten on request. */
  readonly isFirst: boolean;
}

/** What a search depends on besides notes and cards. */
export interface SearchContext {
  readonly today: StudyDay;
  readonly atMillis: number;
  /** Steps that end within so long are due. */
  readonly learnAheadMinutes: number;
  /** When today began. */
  readonly startOfTodayMillis: number;
  /** The name of the deck being looked at, if any. */
  readonly currentDeck?: string;
  /** Chance of recall today, 0 to 1; undefined for a card that has none. */
  readonly retrievability: (card: SearchCard) => number | undefined;
  /** Answers logged under a card's id, as far back as answerDaysNeeded says; any order. */
  readonly answers: (historyId: CardId) => Iterable<PastAnswer>;
}
