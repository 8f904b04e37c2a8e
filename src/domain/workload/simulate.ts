import { type Card, isActive } from '../collection/card.ts';
import { type Preset, type StudySettings, schedulerOptions } from '../collection/deck.ts';
import type { CardId } from '../ids.ts';
import type { Grade, Schedule, SchedulerOptions } from '../scheduling/schedule.ts';
import { answer, retrievability } from '../scheduling/scheduler.ts';
import type { StudyDay } from '../scheduling/study-day.ts';
import type { AnswerKind } from '../scheduling/time-estimate.ts';
import { seededFraction } from '../seeded.ts';

/** One day to come: how many answers of each kind, on average, and the minutes they take. */
export interface WorkloadDay {
  readonly studyDay: StudyDay;
  readonly new: number;
  readonly reviews: number;
  readonly minutes: number;
}

export interface WorkloadInput {
  /** Cards of the decks that the options are for; those out of study are passed over. */
  readonly cards: readonly Card[];
  readonly settings: StudySettings;
  readonly today: StudyDay;
  /** How many days from tomorrow on. */
  readonly days: number;
  /** Expected seconds of an answer by kind (T2). */
  readonly pace: Readonly<Record<AnswerKind, number>>;
}

/** More cards than this are simulated by a sample of them, and the counts scaled up. */
const SAMPLE = 3000;
/** No card is answered more often on one day: steps that never end would never end. */
const MOST_ANSWERS_A_DAY = 8;
const DAY_MILLIS = 86_400_000;

/**
 * The coming days if studied in full under `preset` (W1): reviews recalled as often as FSRS
 * predicts, new cards answered Good. The same cards and chances whatever the preset, so that two
 * presets differ by what they do and not by luck.
 */
export function simulateWorkload(preset: Preset, input: WorkloadInput): WorkloadDay[] {
  const options = schedulerOptions(preset, input.settings);
  const active = input.cards.filter(isActive);
  const scale = Math.max(1, active.length / SAMPLE);
  const cards = active.filter(
    (_, index) => Math.floor(index / scale) !== Math.floor((index - 1) / scale),
  );
  const studied = new Map<CardId, Schedule>();
  const fresh: Card[] = [];
  for (const card of [...cards].sort((a, b) => a.position - b.position)) {
    if (card.schedule.state === 'new') fresh.push(card);
    else studied.set(card.id, card.schedule);
  }
  let nextNew = 0;
  let owedNew = 0;
  return Array.from({ length: input.days }, (_, index) => {
    const studyDay = input.today + 1 + index;
    const count = { new: 0, learning: 0, review: 0 };
    const study = (id: CardId, schedule: Schedule): void => {
      const after = studyOut(id, schedule, studyDay, options, count);
      studied.set(id, after);
    };
    const due = [...studied].filter(([, schedule]) => isDue(schedule, studyDay));
    for (const [id, schedule] of due.slice(0, Math.ceil(preset.reviewsPerDay / scale))) {
      study(id, schedule);
    }
    owedNew += preset.newPerDay / scale;
    while (owedNew >= 1 && nextNew < fresh.length) {
      const card = fresh[nextNew++];
      owedNew--;
      if (card) study(card.id, card.schedule);
    }
    owedNew %= 1;
    const seconds =
      count.new * input.pace.new +
      count.learning * input.pace.learning +
      count.review * input.pace.review;
    return {
      studyDay,
      new: count.new * scale,
      reviews: count.review * scale,
      minutes: (seconds * scale) / 60,
    };
  });
}

function isDue(schedule: Schedule, studyDay: StudyDay): boolean {
  return schedule.state === 'review' ? schedule.dueDay <= studyDay : schedule.state !== 'new';
}

/** Answers the card until its steps are over for the day. */
function studyOut(
  id: CardId,
  start: Schedule,
  studyDay: StudyDay,
  options: SchedulerOptions,
  count: Record<AnswerKind, number>,
): Schedule {
  let schedule = start;
  for (let answers = 0; answers < MOST_ANSWERS_A_DAY; answers++) {
    const isFirst = answers === 0;
    if (!isFirst && schedule.state === 'review') break;
    const kind = kindOf(schedule);
    count[kind]++;
    const moment = { atMillis: studyDay * DAY_MILLIS + answers * 60_000, studyDay };
    schedule = answer(options, id, schedule, gradeOf(id, schedule, studyDay, options), moment);
  }
  return schedule;
}

function kindOf(schedule: Schedule): AnswerKind {
  if (schedule.state === 'new') return 'new';
  return schedule.state === 'review' ? 'review' : 'learning';
}

function gradeOf(
  id: CardId,
  schedule: Schedule,
  studyDay: StudyDay,
  options: SchedulerOptions,
): Grade {
  const recall = retrievability(options, schedule, studyDay);
  if (recall === undefined) return 3;
  return seededFraction(`${id}?${schedule.reps}`) < recall ? 3 : 1;
}
