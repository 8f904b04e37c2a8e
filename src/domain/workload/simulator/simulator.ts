import type { Deck, Preset } from '../../collection/deck.ts';
import { presetOf } from '../../collection/presets.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { SchedulerOptions } from '../../memory/schedule.ts';
import { DEFAULT_OPTIONS } from '../../memory/scheduler.ts';
import type { StudentModel } from '../../planner/input.ts';
import { absent, type Figure, there } from '../../statistics/absence.ts';
import { paceOfAnswers } from '../../statistics/ahead/pace.ts';
import { type AnswerColumns, KINDS } from '../../statistics/columns/answer-columns.ts';
import { type CardToTell, historiesOf } from '../../statistics/columns/scoped.ts';
import { inTreeOrder, placesAbove } from '../../study/deck-tree.ts';
import type { NewAndDue } from '../../study/limits.ts';
import { type DaysOff, isDayOff } from './days-off.ts';
import { DaysPlayed } from './days-played.ts';
import { type DeckUnder, deckUnder } from './deck-under.ts';
import { dueByDayOf, type StudyState, studyStateOf } from './study-state.ts';

/** What is tried out (docs/rules/simulator.md). */
export interface SimulatorAsked {
  /** Those told of: all, or a deck with those below it. */
  readonly decks: readonly Deck[];
  readonly presets: readonly Preset[];
  readonly changed: ChangedOptions;
  readonly daysOff: DaysOff;
  readonly days: SimulatedSpan;
}
export type SimulatedSpan = 90 | 365;

/** What other study options would say; those of all other decks stay. */
export interface ChangedOptions
  extends Pick<Preset, 'newPerDay' | 'reviewsPerDay' | 'desiredRetention'> {
  readonly presetId: string;
}

/** The coming days under today's study options, and under changed ones. */
export interface Simulation {
  readonly tomorrow: StudyDay;
  readonly now: SimulatedDays;
  readonly changed: SimulatedDays;
  /** Cards in study, those of them that are new still once today is over, and those known today. */
  readonly cards: number;
  readonly newLeft: number;
  readonly knownToday: number;
  /** Answers that pace and grades follow from. */
  readonly answers: number;
}

/** By day, tomorrow first; expected values (SIM-4). */
export interface SimulatedDays {
  readonly answers: Float64Array;
  readonly newCards: Float64Array;
  readonly minutes: Float64Array;
  readonly waiting: Float64Array;
  readonly known: Float64Array;
}

/** Days in numbers. */
export interface DaysInSum {
  readonly minutesADay: number;
  readonly answers: number;
  readonly newCards: number;
  /** At the end of the last day, and on the morning after. */
  readonly waiting: number;
  readonly known: number;
  /** How many days it takes until the last new card that is begun within them; 0: none is. */
  readonly newLast: number;
}

export function inSum({ answers, newCards, minutes, waiting, known }: SimulatedDays): DaysInSum {
  const sum = (values: Float64Array): number => values.reduce((all, each) => all + each, 0);
  return {
    minutesADay: sum(minutes) / Math.max(1, minutes.length),
    answers: sum(answers),
    newCards: sum(newCards),
    waiting: waiting.at(-1) ?? 0,
    known: known.at(-1) ?? 0,
    newLast: newCards.findLastIndex((each) => each > 0) + 1,
  };
}

export interface SimulatorInput {
  readonly asked: SimulatorAsked;
  readonly columns: AnswerColumns;
  /** The cards of the decks. */
  readonly cards: readonly CardToTell[];
  /** All others in sight, which stand as they are: days are evened out over all decks. */
  readonly others: readonly CardToTell[];
  readonly today: StudyDay;
  /** Days on which no study is planned anyhow. */
  readonly isKept: (day: StudyDay) => boolean;
}

/** So many cards make the luck of one small; fewer are played several times. */
const ENOUGH_CARDS = 8000;
const MOST_TIMES = 40;

/** Yields which share of the work is done, after each day played. */
export function* simulator(input: SimulatorInput): Generator<number, Figure<Simulation>> {
  const { asked, columns, cards, today, isKept } = input;
  if (cards.length === 0) return absent({ reason: 'no-cards' });
  const decks = decksWithCards(asked.decks, cards);
  const state = studyStateOf(
    cards,
    decks.map(({ id }) => id),
    today,
    dueByDayOf(input.others, today),
  );
  if (state.length === 0) return absent({ reason: 'none-in-study' });
  const histories = historiesOf(columns, cards);
  const student = paceOfAnswers({
    arrays: columns.arrays,
    histories: histories.map(({ history }) => history),
    to: today,
  });
  const { now, changed } = bothSides(asked, decks, cards, student);
  const done = doneToday(decks, columns, histories, today);
  const times = Math.min(MOST_TIMES, Math.ceil(ENOUGH_CARDS / state.length));
  const course = (under: readonly DeckUnder[], isOff: (day: number) => boolean): Course => {
    return { state, student, now, done, under, isOff, days: asked.days, times };
  };
  const isOffNow = (day: number) => isKept(today + day);
  const isOffThen = (day: number) =>
    isOffNow(day) || (day > 0 && isDayOff(asked.daysOff, today + day));
  const before = yield* halved(daysOf(course(now, isOffNow)), 0);
  const after = yield* halved(daysOf(course(changed, isOffThen)), 0.5);
  const unseen = state.unseen.reduce((sum, rows) => sum + rows.length, 0);
  const ahead = new DaysPlayed(state, 0, student, 0);
  const knownToday = ahead.knownAfter(-1, now);
  const newToday = isOffNow(0) ? 0 : ahead.study(0, now, done).newCards;
  return there({
    tomorrow: today + 1,
    now: before,
    changed: after,
    cards: state.length,
    newLeft: unseen - newToday,
    knownToday,
    answers: histories.reduce((sum, { history }) => sum + history.count, 0),
  });
}

interface Course {
  readonly state: StudyState;
  readonly student: StudentModel;
  /** What is left of today is done under these. */
  readonly now: readonly DeckUnder[];
  readonly done: readonly NewAndDue[];
  readonly under: readonly DeckUnder[];
  readonly isOff: (day: number) => boolean;
  readonly days: number;
  readonly times: number;
}

function* daysOf(course: Course): Generator<number, SimulatedDays> {
  const { state, student, now, done, under, isOff, days, times } = course;
  const sum = noDays(days);
  for (let luck = 0; luck < times; luck++) {
    const ahead = new DaysPlayed(state, days, student, luck);
    if (isOff(0)) ahead.rest(0);
    else ahead.study(0, now, done);
    for (let day = 1; day <= days; day++) {
      const { answers, newCards, minutes, waiting } = isOff(day)
        ? ahead.rest(day)
        : ahead.study(day, under);
      add(sum.answers, day, answers);
      add(sum.newCards, day, newCards);
      add(sum.minutes, day, minutes);
      add(sum.waiting, day, waiting);
      add(sum.known, day, ahead.knownAfter(day, under));
      yield (luck + day / days) / times;
    }
  }
  return {
    answers: sum.answers.map((all) => all / times),
    newCards: sum.newCards.map((all) => all / times),
    minutes: sum.minutes.map((all) => all / times),
    waiting: sum.waiting.map((all) => all / times),
    known: sum.known.map((all) => all / times),
  };
}

function noDays(days: number): SimulatedDays {
  return {
    answers: new Float64Array(days),
    newCards: new Float64Array(days),
    minutes: new Float64Array(days),
    waiting: new Float64Array(days),
    known: new Float64Array(days),
  };
}

function add(values: Float64Array, day: number, value: number): void {
  values[day - 1] = (values[day - 1] ?? 0) + value;
}

/** The shares of a half of the work as shares of all of it. */
function* halved<Outcome>(
  steps: Generator<number, Outcome>,
  from: number,
): Generator<number, Outcome> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value / 2;
  }
}

/** Those with cards and what lies above them among `decks`, in tree order. */
function decksWithCards(decks: readonly Deck[], cards: readonly CardToTell[]): readonly Deck[] {
  const withCards = new Set(cards.map(({ deck }) => deck.id));
  const ordered = inTreeOrder(decks);
  const above = placesAbove(ordered);
  const isKept = ordered.map(({ id }) => withCards.has(id));
  for (let at = ordered.length - 1; at >= 0; at--) {
    const parent = above[at] ?? -1;
    if (isKept[at] && parent >= 0) isKept[parent] = true;
  }
  return ordered.filter((_, at) => isKept[at]);
}

function bothSides(
  { presets, changed }: SimulatorAsked,
  decks: readonly Deck[],
  cards: readonly CardToTell[],
  student: StudentModel,
): { readonly now: readonly DeckUnder[]; readonly changed: readonly DeckUnder[] } {
  const optionsOf = new Map<DeckId, SchedulerOptions>();
  for (const { deck } of cards) optionsOf.set(deck.id, deck.options);
  const under = (change: (preset: Preset) => Preset): readonly DeckUnder[] =>
    decks.map((deck) => {
      const preset = change(presetOf(deck, presets));
      const { desiredRetention } = preset;
      const options = { ...(optionsOf.get(deck.id) ?? DEFAULT_OPTIONS), desiredRetention };
      return deckUnder(deck, preset, options, student);
    });
  const { presetId, ...values } = changed;
  return {
    now: under((preset) => preset),
    changed: under((preset) => (preset.id === presetId ? { ...preset, ...values } : preset)),
  };
}

/** By deck, what of today's limits is used up. */
function doneToday(
  decks: readonly Deck[],
  { arrays }: AnswerColumns,
  histories: ReturnType<typeof historiesOf>,
  today: StudyDay,
): readonly NewAndDue[] {
  const placeOf = new Map(decks.map(({ id }, place) => [id, place]));
  const done = decks.map(() => ({ new: 0, review: 0 }));
  for (const { card, history } of histories) {
    const ofDeck = done[placeOf.get(card.deck.id) ?? -1];
    if (!ofDeck) continue;
    for (let at = history.start; at < history.start + history.count; at++) {
      const kind = KINDS[arrays.kind[at] ?? 0];
      if (arrays.day[at] === today && kind && kind !== 'learning') ofDeck[kind]++;
    }
  }
  return done;
}
