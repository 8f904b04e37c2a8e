import { type Card, isActive } from '../collection/card.ts';
import { type Preset, type StudySettings, schedulerOptions } from '../collection/deck.ts';
import type { CardId, DeckId } from '../../kernel/ids.ts';
import { chosenDaysAt, isBalanced } from '../balance/balanced.ts';
import type { DueByDay } from '../balance/days-ahead.ts';
import {
  type Grade,
  type Moment,
  PRESENT_RULES,
  type Schedule,
  type SchedulerOptions,
} from '../memory/schedule.ts';
import { answer, retrievability } from '../memory/scheduler.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { AnswerKind } from '../memory/time-estimate.ts';
import { seededFraction } from '../../kernel/seeded.ts';
import { MILLIS_PER_DAY, MILLIS_PER_MINUTE } from '../../kernel/time.ts';

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
  /** Reviews due on each day ahead, of all decks: what evening out goes by (BALANCE-3). */
  readonly due: DueByDay;
  /** Expected seconds of an answer by kind (TODAY-2). */
  readonly pace: Readonly<Record<AnswerKind, number>>;
}

/** More cards than this are simulated by a sample of them, and the counts scaled up. */
const SAMPLE = 3000;
/** No card is answered more often on one day: steps that never end would never end. */
const MOST_ANSWERS_A_DAY = 8;

/**
 * The coming days if studied in full under `preset` (OPTIONS-1): reviews recalled as often as FSRS
 * predicts, new cards answered Good. The same cards and chances whatever the preset, so that two
 * presets differ by what they do and not by luck. Yields the share that is done, day by day.
 */
export function* simulateWorkload(
  preset: Preset,
  input: WorkloadInput,
): Generator<number, WorkloadDay[]> {
  const options = schedulerOptions(preset, input.settings);
  const active = input.cards.filter(isActive);
  const scale = Math.max(1, active.length / SAMPLE);
  const cards = active.filter(
    (_, index) => Math.floor(index / scale) !== Math.floor((index - 1) / scale),
  );
  const decks = decksIn(cards);
  const ahead: Ahead = {
    preset,
    settings: input.settings,
    options,
    due: new Map(input.due),
    scale,
  };
  const days: WorkloadDay[] = [];
  while (days.length < input.days) {
    const studyDay = input.today + 1 + days.length;
    const count = { new: 0, learning: 0, review: 0 };
    for (const { studied, fresh, reviewsOwed, newOwed } of decks) {
      const study = (id: CardId, schedule: Schedule): void => {
        studied.set(id, studyOut(id, schedule, studyDay, ahead, count));
      };
      const due = [...studied].filter(([, schedule]) => isDue(schedule, studyDay));
      const reviews = reviewsOwed.take(preset.reviewsPerDay / scale, due.length);
      for (const [id, schedule] of due.slice(0, reviews)) study(id, schedule);
      const room = preset.newWithinReviewLimit
        ? preset.reviewsPerDay - reviews * scale
        : Number.POSITIVE_INFINITY;
      const newLimit = Math.max(0, Math.min(preset.newPerDay, room));
      const added = newOwed.take(newLimit / scale, fresh.length);
      for (const card of fresh.splice(0, added)) study(card.id, card.schedule);
    }
    const seconds =
      count.new * input.pace.new +
      count.learning * input.pace.learning +
      count.review * input.pace.review;
    days.push({
      studyDay,
      new: count.new * scale,
      reviews: count.review * scale,
      minutes: (seconds * scale) / 60,
    });
    yield days.length / input.days;
  }
  return days;
}

/** A deck on its way through the days: limits hold deck by deck (QUEUE-6, QUEUE-15). */
interface DeckAhead {
  readonly studied: Map<CardId, Schedule>;
  /** In the order in which they come. */
  readonly fresh: Card[];
  readonly reviewsOwed: Owed;
  readonly newOwed: Owed;
}

function decksIn(cards: readonly Card[]): DeckAhead[] {
  const decks = new Map<DeckId, DeckAhead>();
  for (const card of [...cards].sort((a, b) => a.position - b.position)) {
    const deck: DeckAhead = decks.get(card.deckId) ?? {
      studied: new Map(),
      fresh: [],
      reviewsOwed: new Owed(),
      newOwed: new Owed(),
    };
    decks.set(card.deckId, deck);
    if (card.schedule.state === 'new') deck.fresh.push(card);
    else deck.studied.set(card.id, card.schedule);
  }
  return [...decks.values()];
}

/** A daily limit that a sample makes a fraction: the rest of a card is owed to the next day. */
class Owed {
  #cards = 0;

  /** How many of `there` cards a day allows whose limit is `limit`. */
  take(limit: number, there: number): number {
    this.#cards += limit;
    const taken = Math.min(Math.floor(this.#cards), there);
    // What was not used up is lost with the day, as with any limit.
    this.#cards = (this.#cards - taken) % 1;
    return taken;
  }
}

function isDue(schedule: Schedule, studyDay: StudyDay): boolean {
  return schedule.state === 'review' ? schedule.dueDay <= studyDay : schedule.state !== 'new';
}

/** What days are chosen by. */
interface Ahead {
  readonly preset: Preset;
  readonly settings: StudySettings;
  readonly options: SchedulerOptions;
  readonly due: Map<StudyDay, number>;
  /** Each card stands for so many. */
  readonly scale: number;
}

/** Answers the card until its steps are over for the day. */
function studyOut(
  id: CardId,
  start: Schedule,
  studyDay: StudyDay,
  ahead: Ahead,
  count: Record<AnswerKind, number>,
): Schedule {
  let schedule = start;
  moveDue(ahead, schedule, -1);
  for (let answers = 0; answers < MOST_ANSWERS_A_DAY; answers++) {
    const isFirst = answers === 0;
    if (!isFirst && schedule.state === 'review') break;
    const kind = kindOf(schedule);
    count[kind]++;
    const moment = { atMillis: studyDay * MILLIS_PER_DAY + answers * MILLIS_PER_MINUTE, studyDay };
    schedule = answeredInBalance(id, schedule, moment, ahead);
  }
  moveDue(ahead, schedule, 1);
  return schedule;
}

/** As study has it: on the day of fuzz alone, or on the one that is chosen (BALANCE-10). */
function answeredInBalance(
  id: CardId,
  schedule: Schedule,
  moment: Moment,
  { preset, settings, options, due }: Ahead,
): Schedule {
  const grade = gradeOf(id, schedule, moment.studyDay, options);
  const plain = answer(options, id, schedule, grade, moment);
  if (plain.state !== 'review' || !isBalanced(preset)) return plain;
  const shown = { card: { id, schedule }, preset, settings, daysAhead: { due, siblings: [] } };
  const chosen = chosenDaysAt(shown, moment)[grade];
  if (chosen === undefined) return plain;
  return answer(options, id, schedule, grade, moment, PRESENT_RULES, chosen);
}

function moveDue({ due, scale }: Ahead, schedule: Schedule, by: 1 | -1): void {
  if (schedule.state !== 'review') return;
  due.set(schedule.dueDay, (due.get(schedule.dueDay) ?? 0) + by * scale);
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
