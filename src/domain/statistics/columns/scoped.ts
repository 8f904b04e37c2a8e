import { type Card, historyIdOf } from '../../collection/card.ts';
import type { Note } from '../../content/note.ts';
import type { WeekdayOptions } from '../../balance/easy-days.ts';
import { type MemoryModel, memoryModel } from '../../planner/model/memory-model.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import type { DaySpan } from '../period.ts';
import type { ToldCards } from './card-columns.ts';
import type { AnswerArrays } from './answer-arrays.ts';
import type { AnswerColumns, AnswerHistory } from './answer-columns.ts';

/** A card with what figures ask of it; the library's entries are such. */
export interface CardToTell {
  readonly card: Card;
  readonly deck: {
    readonly id: DeckId;
    readonly name: string;
    readonly options: WeekdayOptions;
  };
  readonly note: {
    readonly note: Pick<Note, 'id' | 'tags' | 'addedAtMillis'>;
    /** Plain text, at most 200 characters. */
    readonly sortText: string;
  };
}

/** The answers that a question is about, and its last day. */
export interface AnswersTo {
  readonly arrays: AnswerArrays;
  readonly histories: readonly AnswerHistory[];
  readonly to: StudyDay;
}

/** What all figures of one question are worked out from. */
export interface Scoped extends DaySpan, AnswersTo {
  /** The card of each history; undefined: it is gone. */
  readonly cardOf: readonly (CardToTell | undefined)[];
  /** All cards in sight, those never answered too; and the same in columns. */
  readonly cards: readonly CardToTell[];
  readonly inColumns: ToldCards;
  readonly now: ClockReading;
  /** The last day of the span. */
  readonly to: StudyDay;
  readonly modelOf: (weights: readonly number[]) => MemoryModel;
}

/** The histories of those `cards` that were ever answered, each with its place in the columns. */
export function historiesOf(
  columns: AnswerColumns,
  cards: readonly CardToTell[],
): { readonly card: CardToTell; readonly index: number; readonly history: AnswerHistory }[] {
  return cards.flatMap((card) => {
    const index = columns.indexOf(historyIdOf(card.card));
    const history = index === undefined ? undefined : columns.histories[index];
    return history && index !== undefined ? [{ card, index, history }] : [];
  });
}

/** The memory model of each list of weights, made once. */
export function modelsByWeights(): Scoped['modelOf'] {
  const models = new Map<readonly number[], MemoryModel>();
  return (weights) => {
    const known = models.get(weights) ?? memoryModel(weights);
    models.set(weights, known);
    return known;
  };
}
