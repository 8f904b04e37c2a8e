import type { CardId } from '../../kernel/ids.ts';
import type { Schedule, SchedulerOptions } from '../memory/schedule.ts';
import { answer } from '../memory/scheduler.ts';
import { elapsedDays, type StudyDay } from '../../kernel/study-day.ts';
import { type ReplayCard, readReplayInput } from './replay-input.ts';

/** What a card's schedule was right after one review. */
export interface ReplayedReview {
  readonly studyDay: StudyDay;
  /** Study days since the review before; 0 for the first, and where a clock went back. */
  readonly elapsedDays: number;
  /** Days. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly state: 'learning' | 'relearning' | 'review';
  /** Whole days without fuzz; 0 while in steps. */
  readonly intervalDays: number;
}

export interface Replay {
  readonly cards: readonly {
    readonly id: string | number;
    readonly reviews: readonly ReplayedReview[];
  }[];
}

/**
 * Schedules a history anew with the default steps (1 and 10 minutes, 10 after a lapse) and without
 * fuzz (MEMORY-21). `input`: parsed JSON, shape at readReplayInput. Reviews count in the order given.
 * Either the replay or every problem found, each one line.
 */
export function replay(
  input: unknown,
): { readonly replay: Replay } | { readonly problems: readonly string[] } {
  const read = readReplayInput(input);
  if ('problems' in read) return read;
  const { options, cards } = read.input;
  return {
    replay: { cards: cards.map((card) => ({ id: card.id, reviews: replayCard(options, card) })) },
  };
}

function replayCard(options: SchedulerOptions, card: ReplayCard): readonly ReplayedReview[] {
  let schedule: Schedule = { state: 'new', reps: 0, lapses: 0 };
  return card.reviews.map(({ moment, grade }) => {
    const previousDay = schedule.state === 'new' ? moment.studyDay : schedule.lastReview.studyDay;
    schedule = answer(options, String(card.id) as CardId, schedule, grade, moment);
    if (schedule.state === 'new') throw new Error('A graded card is not new.');
    return {
      studyDay: moment.studyDay,
      elapsedDays: elapsedDays(previousDay, moment.studyDay),
      ...schedule.memory,
      state: schedule.state,
      intervalDays: schedule.state === 'review' ? schedule.intervalDays : 0,
    };
  });
}
