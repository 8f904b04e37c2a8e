import type { Card } from '../collection/card.ts';
import type { Deck, Preset } from '../collection/deck.ts';
import type { AnswerKind, DayTotals } from '../collection/review.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { isBelow, withAncestors } from '../../kernel/path.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import { presetOf } from '../collection/presets.ts';
import { expectedSeconds } from '../memory/time-estimate.ts';
import { allowanceOf, type KindCounts, leftToday } from './allowance.ts';
import { availableOn, type Histogram, type Tally, tallyKey } from './tally.ts';

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
  /** (Re)learning cards due before the day ends. */
  readonly learning: readonly Card[];
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
export interface ForecastDay {
  readonly studyDay: StudyDay;
  readonly reviews: number;
  readonly new: number;
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
  /** Tomorrow first, seven days. */
  readonly forecast: readonly ForecastDay[];
}

export const FORECAST_DAYS = 7;

/** What today asks for, by deck and section, in cards and minutes (rules TODAY-1 to TODAY-5). */
export function todayView(input: TodayInput): TodayView {
  const pace = paceOf(input.recentDays);
  const decks = [...input.decks]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((deck) => deckLine(deck, input, pace));
  const left = addUp(input.decks.map((deck) => leftIn(deck, '', input)));
  const all = input.doneToday.get('');
  const kinds = all ? Object.values(all.byKind) : [];
  return {
    studyDay: input.today,
    total: { name: '', left, minutes: minutesOf(left, pace) },
    decks,
    done: {
      answers: kinds.reduce((sum, kind) => sum + kind.answers, 0),
      recalled: kinds.reduce((sum, kind) => sum + kind.recalled, 0),
      minutes: kinds.reduce((sum, kind) => sum + kind.millis, 0) / MILLIS_PER_MINUTE,
    },
    isFirstRun: input.studiedDays.length === 0,
    streakDays: streak(input.studiedDays, input.today),
    forecast: forecast(input, pace),
  };
}

/** Expected seconds by kind. */
type Pace = Readonly<Record<AnswerKind, number>>;

/** The person's own means of the last 30 days where there are enough answers, else defaults. */
export function paceOf(days: readonly DayTotals[]): Pace {
  const seconds = (kind: AnswerKind): number => {
    const totals = days.map((day) => day.byKind[kind]);
    return expectedSeconds(kind, {
      count: totals.reduce((sum, { answers }) => sum + answers, 0),
      millis: totals.reduce((sum, { millis }) => sum + millis, 0),
    });
  };
  return { new: seconds('new'), learning: seconds('learning'), review: seconds('review') };
}

export function minutesOf(left: KindCounts, pace: Pace): number {
  const seconds = left.new * pace.new + left.learning * pace.learning + left.review * pace.review;
  return seconds / 60;
}

/** A deck with those below it, and its own sections where a card of theirs is in study (TODAY-1). */
function deckLine(deck: Deck, input: TodayInput, pace: Pace): DeckLine {
  const line = (name: string, left: KindCounts): StudyLine => {
    return { name, left, minutes: minutesOf(left, pace) };
  };
  const within = input.decks.filter((each) => each === deck || isBelow(each.name, deck.name));
  const below = within.map((each) => leftIn(each, '', input));
  const sections = deck.sections.filter(
    (section) => hasCards(deck, section, input) || isLearning(deck, section, input),
  );
  return {
    ...line(deck.name, addUp(below)),
    deck,
    depth: input.decks.filter((other) => isBelow(deck.name, other.name)).length,
    sections: sections.map((section) => line(section, leftIn(deck, section, input))),
  };
}

/** What is left today in one deck, or in one section of it. */
function leftIn(deck: Deck, section: string, input: TodayInput): KindCounts {
  const preset = presetOf(deck, input.presets);
  const allowance = allowanceOf(preset, input.doneToday.get(deck.id));
  const tally = input.tallies.get(tallyKey(deck.id, section));
  const learning = input.learning.filter((card) => isCardIn(card, deck, section));
  return { ...leftToday(tally, preset, allowance, input.today), learning: learning.length };
}

function hasCards(deck: Deck, section: string, { tallies }: TodayInput): boolean {
  const tally = tallies.get(tallyKey(deck.id, section));
  return sumOf(tally?.newCards) + sumOf(tally?.reviewCards) > 0;
}

function isLearning(deck: Deck, section: string, input: TodayInput): boolean {
  return input.learning.some((card) => isCardIn(card, deck, section));
}

function isCardIn(card: Card, deck: Deck, section: string): boolean {
  if (card.deckId !== deck.id) return false;
  return section === '' || withAncestors(card.sections).includes(section);
}

/** The coming days by deck: reviews already scheduled, new cards, and new cards' first return (TODAY-3). */
function forecast(input: TodayInput, pace: Pace): ForecastDay[] {
  const days = Array.from({ length: FORECAST_DAYS }, () => ({ reviews: 0, new: 0 }));
  for (const deck of input.decks) {
    const preset = presetOf(deck, input.presets);
    const tally = input.tallies.get(tallyKey(deck.id, ''));
    const allowance = allowanceOf(preset, input.doneToday.get(deck.id));
    let introduced = leftToday(tally, preset, allowance, input.today).new;
    let unseen = sumOf(tally?.newCards) - introduced;
    const aDay = preset.burySiblings ? sumOf(tally?.newNotes) : Number.POSITIVE_INFINITY;
    const returning = new Map([[input.today + input.firstInterval(preset), introduced]]);
    days.forEach((day, index) => {
      const studyDay = input.today + 1 + index;
      const scheduled = availableOn(tally?.reviewCards ?? {}, studyDay);
      introduced = Math.min(preset.newPerDay, unseen, aDay);
      unseen -= introduced;
      const back = studyDay + input.firstInterval(preset);
      returning.set(back, (returning.get(back) ?? 0) + introduced);
      day.reviews += Math.min(preset.reviewsPerDay, scheduled + (returning.get(studyDay) ?? 0));
      day.new += introduced;
    });
  }
  return days.map((day, index) => ({
    studyDay: input.today + 1 + index,
    ...day,
    minutes: minutesOf({ new: day.new, learning: 0, review: day.reviews }, pace),
  }));
}

function sumOf(histogram: Histogram = {}): number {
  return Object.values(histogram).reduce((sum, number) => sum + number, 0);
}

function streak(studiedDays: readonly StudyDay[], today: StudyDay): number {
  const past = studiedDays.filter((day) => day <= today);
  const last = past[0] === today ? today : today - 1;
  const broken = past.findIndex((day, index) => day !== last - index);
  return broken === -1 ? past.length : broken;
}

function addUp(counts: readonly KindCounts[]): KindCounts {
  return {
    new: counts.reduce((sum, count) => sum + count.new, 0),
    learning: counts.reduce((sum, count) => sum + count.learning, 0),
    review: counts.reduce((sum, count) => sum + count.review, 0),
  };
}
