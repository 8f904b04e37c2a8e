import type { Card } from '../../collection/card.ts';
import type { Note } from '../../content/note.ts';
import type { SchedulerOptions } from '../../memory/schedule.ts';
import { type MemoryModel, memoryModel } from '../../planner/model/memory-model.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { ClockReading, StudyDay } from '../../../kernel/study-day.ts';
import type { DaySpan } from '../period.ts';
import type { ToldCards } from './card-columns.ts';
import type { AnswerArrays, AnswerHistory } from './answer-columns.ts';

/** A card with what figures ask of it; the library's entries are such. */
export interface CardToTell {
  readonly card: Card;
  readonly deck: {
    readonly id: DeckId;
    readonly name: string;
    readonly options: SchedulerOptions;
  };
  readonly note: {
    readonly note: Pick<Note, 'id' | 'tags' | 'addedAtMillis'>;
    /** Plain text, at most 200 characters. */
    readonly sortText: string;
  };
}

/** What all figures of one question are worked out from. */
export interface Scoped extends DaySpan {
  readonly arrays: Readonly<AnswerArrays>;
  readonly histories: readonly AnswerHistory[];
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

/** The memory model of each list of weights, made once. */
export function modelsByWeights(): Scoped['modelOf'] {
  const models = new Map<readonly number[], MemoryModel>();
  return (weights) => {
    const known = models.get(weights) ?? memoryModel(weights);
    models.set(weights, known);
    return known;
  };
}
