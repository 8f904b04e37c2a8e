import type { Card } from '../../collection/card.ts';
import { presetOf } from '../../collection/presets.ts';
import type { Deck, Preset } from '../../collection/deck.ts';
import type { DayTotals } from '../../collection/review.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../../kernel/time.ts';
import {
  type KindCounts,
  countedByLimits,
  type DeckShare,
  type DeckStanding,
  leftIn,
  leftOf,
  sharesOf,
} from '../limits.ts';
import { moreToday } from '../more-new.ts';
import { type Histogram, type Tally, tallyKey } from '../tally.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import { eachOnce, keysWithAbove } from '../../text/same-name.ts';
import { endsBelow, inTreeOrder, placesAbove } from '../deck-tree.ts';
import { type IsKept, streakOf } from './streak.ts';
import { type HeldNote, heldBackBySteps, waitingIn } from '../waiting.ts';
import { minutesOf, PACE_DAYS, type Pace, paceOf } from './day-pace.ts';
import { type WeekDay, weekAhead } from './week.ts';

/** What Today is computed from: kept counts and totals, no cards but the few in learning. */
export interface TodayInput {
  readonly today: StudyDay;
  readonly decks: readonly Deck[];
  readonly presets: readonly Preset[];
  /** By tallyKey. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Today's totals by deck id. */
  readonly doneToday: ReadonlyMap<string, DayTotals>;
  /** Totals of all decks of the last 30 study days, for the pace. */
  readonly recentDays: readonly DayTotals[];
  /** Study days with an answer, newest first. */
  readonly studiedDays: readonly StudyDay[];
  /** Of days that a person had planned not to study (TODAY-4); absent: none. */
  readonly isKept?: IsKept;
  /** Something was studied, though no day's totals say so: an import, totals that were lost. */
  readonly hasStudied?: boolean;
  /** (Re)learning cards due before the day ends. */
  readonly learning: readonly Card[];
  /** Those due before tomorrow ends; absent: the same. */
  readonly learningTomorrow?: readonly Card[];
  /** All cards of the notes that have a card in steps, buried or not due today either. */
  readonly cardsOfNotesInSteps: readonly Card[];
  /** Days after which a new card that goes well first comes back, under a preset. */
  readonly firstInterval: (preset: Preset) => number;
}

export interface StudyLine {
  readonly name: string;
  readonly left: KindCounts;
  readonly minutes: number;
}
export interface DeckLine extends StudyLine {
  readonly deck: Deck;
  /** How many other decks are above it, by name. */
  readonly depth: number;
  readonly sections: readonly StudyLine[];
}
export interface ForecastDay extends WeekDay {
  /** Cards in steps that come on that day: known of tomorrow alone. */
  readonly learning: number;
  readonly minutes: number;
}
/** What a day asks for, in cards and minutes. */
export interface DayAsked {
  readonly studyDay: StudyDay;
  readonly left: KindCounts;
  readonly minutes: number;
}
export interface TodayView {
  readonly studyDay: StudyDay;
  readonly total: StudyLine;
  readonly decks: readonly DeckLine[];
  readonly done: { readonly answers: number; readonly recalled: number; readonly minutes: number };
  /** Nothing has ever been answered. */
  readonly isFirstRun: boolean;
  /** Days in a row with an answer, today or yesterday the last (TODAY-4). */
  readonly streakDays: number;
  /** What Today will show tomorrow if nothing is done until then (TODAY-8). */
  readonly tomorrow: DayAsked;
  /** Tomorrow first, seven days, if what is left today is done. */
  readonly forecast: readonly ForecastDay[];
  /** New cards that today's limits leave over. */
  readonly newBeyond: number;
}

/** What today asks for, by deck and section, in cards and minutes (rules TODAY-1 to TODAY-8). */
export function todayView(input: TodayInput): TodayView {
  const pace = paceOf(input.recentDays);
  const decks = inTreeOrder(input.decks);
  const line = (name: string, left: KindCounts): StudyLine => {
    return { name, left, minutes: minutesOf(left, pace) };
  };
  const held = heldBackBySteps(input.cardsOfNotesInSteps, input.today);
  const shares = sharesOf(standingsIn(decks, '', input, held));
  const left = { ...leftOf(shares), learning: input.learning.length };
  const above = placesAbove(decks);
  const ends = endsBelow(decks, above);
  const learning = countedLearning(input.learning);
  const depths: number[] = [];
  const lines = shares.map((share, at): DeckLine => {
    const { deck } = share;
    const depth = (depths[above[at] ?? -1] ?? -1) + 1;
    depths.push(depth);
    const withBelow = decks.slice(at, ends[at]);
    return {
      ...line(deck.name, { ...share.left, learning: learningIn(withBelow, '', learning) }),
      deck,
      depth,
      sections: eachOnce(deck.sections)
        .filter((section) => isInStudy(withBelow, section, input, learning))
        .map((section) =>
          line(section, {
            // What studying a section of a deck and those below it asks for (QUEUE-10, QUEUE-13).
            ...leftIn(standingsIn(withBelow, section, input, held)),
            learning: learningIn(withBelow, section, learning),
          }),
        ),
    };
  });
  const all = input.doneToday.get('');
  const kinds = all ? Object.values(all.byKind) : [];
  const isUntouched = input.studiedDays.length === 0 && !input.hasStudied;
  return {
    studyDay: input.today,
    total: line('', left),
    decks: lines,
    done: {
      answers: kinds.reduce((sum, kind) => sum + kind.answers, 0),
      recalled: kinds.reduce((sum, kind) => sum + kind.recalled, 0),
      minutes: kinds.reduce((sum, kind) => sum + kind.millis, 0) / MILLIS_PER_MINUTE,
    },
    isFirstRun: isUntouched && !hasReviews(input),
    streakDays: streakOf(input.studiedDays, input.today, input.isKept),
    tomorrow: tomorrowOf(decks, input),
    forecast: forecastOf(shares, input, pace),
    newBeyond: newBeyond(shares),
  };
}

/** New cards that today's limits leave over, in all of `shares` together. */
export function newBeyond(shares: readonly DeckShare[]): number {
  return shares.reduce((sum, { waiting, ownNew }) => sum + waiting.new - ownNew, 0);
}

/** The same counts over tomorrow, with nothing answered then and nothing done until then. */
function tomorrowOf(decks: readonly Deck[], input: TodayInput): DayAsked {
  const studyDay = input.today + 1;
  const held = heldBackBySteps(input.cardsOfNotesInSteps, studyDay);
  const then = { ...input, today: studyDay, doneToday: new Map<string, DayTotals>() };
  const left = {
    ...leftIn(standingsIn(decks, '', then, held)),
    learning: (input.learningTomorrow ?? input.learning).length,
  };
  const pace = paceOf(input.recentDays.filter((day) => day.studyDay >= studyDay - PACE_DAYS));
  return { studyDay, left, minutes: minutesOf(left, pace) };
}

function forecastOf(shares: readonly DeckShare[], input: TodayInput, pace: Pace): ForecastDay[] {
  const { today, learning, learningTomorrow = learning, firstInterval } = input;
  const notesToday = new Set(learning.map(({ id }) => noteIdOf(id)));
  const stillInSteps = input.cardsOfNotesInSteps.filter(({ id }) => !notesToday.has(noteIdOf(id)));
  const idsToday = new Set(learning.map(({ id }) => id));
  const inStepsTomorrow = learningTomorrow.filter(({ id }) => !idsToday.has(id)).length;
  const days = weekAhead({
    today,
    shares,
    tallyOf: ({ deck }) => input.tallies.get(tallyKey(deck.id, '')),
    firstInterval,
    heldTomorrow: heldBackBySteps(stillInSteps, today + 1),
  });
  return days.map((day, index) => {
    const learning = index === 0 ? inStepsTomorrow : 0;
    const left = { new: day.new, learning, review: day.reviews };
    return { ...day, learning, minutes: minutesOf(left, pace) };
  });
}

/** How each of `decks` stands, in whole decks ('') or a section. */
function standingsIn(
  decks: readonly Deck[],
  section: string,
  { today, presets, tallies, doneToday }: TodayInput,
  held: readonly HeldNote[],
): DeckStanding[] {
  return decks.map((deck) => {
    const preset = presetOf(deck, presets);
    const tally = tallies.get(tallyKey(deck.id, section));
    const waiting = waitingIn({ deck, preset, section }, tally, today, held);
    const done = countedByLimits(doneToday.get(deck.id));
    return { deck, preset, waiting, done, more: moreToday(deck, today) };
  });
}

/** Whether a card of the section is in study, now or later. */
function isInStudy(
  decks: readonly Deck[],
  section: string,
  { tallies }: TodayInput,
  learning: ReadonlyMap<string, number>,
): boolean {
  return (
    learningIn(decks, section, learning) > 0 ||
    decks.some((deck) => {
      const tally = tallies.get(tallyKey(deck.id, section));
      return tally && (hasAny(tally.newCards) || hasAny(tally.reviewCards));
    })
  );
}

/** Whether a card has been answered, as far as kept counts tell. */
function hasReviews({ tallies, cardsOfNotesInSteps }: TodayInput): boolean {
  return (
    cardsOfNotesInSteps.length > 0 ||
    [...tallies.values()].some(({ reviewCards }) => hasAny(reviewCards))
  );
}

function hasAny(histogram: Histogram): boolean {
  for (const day in histogram) if ((histogram[Number(day)] ?? 0) > 0) return true;
  return false;
}

/** How many of `cards` are in each deck and section, by tallyKey. */
function countedLearning(cards: readonly Card[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { deckId, sections } of cards) {
    for (const sectionKey of ['', ...keysWithAbove(sections)]) {
      const key = tallyKey(deckId, sectionKey);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function learningIn(
  decks: readonly Deck[],
  section: string,
  learning: ReadonlyMap<string, number>,
): number {
  if (learning.size === 0) return 0;
  return decks.reduce((sum, { id }) => sum + (learning.get(tallyKey(id, section)) ?? 0), 0);
}
