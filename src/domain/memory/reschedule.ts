import type { CardId } from '../../kernel/ids.ts';
import { fuzzed, fuzzFraction } from './fuzz.ts';
import { soundMemory } from './repair.ts';
import {
  type IntervalRules,
  PRESENT_RULES,
  type Schedule,
  type SchedulerOptions,
} from './schedule.ts';
import { intervalFor, unroundedIntervalFor } from './scheduler.ts';
import type { StudyDay } from '../../kernel/study-day.ts';

/**
 * A card in review with the interval that its memory has under `options` (desired retention,
 * weights, maximum), counted from its last answer and due today at the earliest. Others stay.
 */
export function rescheduled(
  options: SchedulerOptions,
  cardId: CardId,
  schedule: Schedule,
  today: StudyDay,
  rules: IntervalRules = PRESENT_RULES,
): Schedule {
  if (schedule.state !== 'review') return schedule;
  const memory = soundMemory(schedule.memory, schedule.intervalDays);
  const maximumDays = options.maximumIntervalDays;
  const plainDays = Math.min(intervalFor(options, memory), maximumDays);
  const fromDays = rules === 1 ? plainDays : unroundedIntervalFor(options, memory);
  const limits = { previousDays: 0, minimumDays: 1, maximumDays };
  const intervalDays = options.fuzz
    ? fuzzed(fromDays, fuzzFraction(cardId, schedule.reps), limits, rules)
    : plainDays;
  const dueDay = Math.max(today, schedule.lastReview.studyDay + intervalDays);
  return { ...schedule, memory, intervalDays, dueDay };
}
