import type { Card } from '../collection/card.ts';
import { presetOf } from '../collection/presets.ts';
import type { Deck, Preset } from '../collection/deck.ts';
import type { AnswerKind, DayTotals } from '../collection/review.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import { expectedSeconds } from '../memory/time-estimate.ts';
import { type KindCounts, countedByLimits, type DeckShare, leftOf, sharesOf } from './limits.ts';
import { type Tally, tallyKey } from './tally.ts';
import { isBelow } from '../../kernel/path.ts';
import { inTreeOrder, placesAbove } from './deck-tree.ts';
import { type HeldNote, heldBackBySteps, isInSection, waitingIn } from './waiting.ts';
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
  /** (Re)learning cards due before the day ends. */
  readonly learning: readonly Card[];
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

/** What today asks for, by deck and section, in cards and minutes (rules TODAY-1 to TODAY-5). */
export function todayView(input: TodayInput): TodayView {
  const pace = paceOf(input.recentDays);
  const decks = inTreeOrder(input.decks);
  const line = (name: string, left: KindCounts): StudyLine => {
    return { name, left, minutes: minutesOf(left, pace) };
  };
  const held = heldBackBySteps(input.cardsOfNotesInSteps, input.today);
  const shares = sharesIn(decks, '', input, held);
  const left = { ...leftOf(shares), learning: input.learning.length };
  const above = placesAbove(decks);
  const depths: number[] = [];
  const lines = shares.map((share, at): DeckLine => {
    const { deck } = share;
    const depth = (depths[above[at] ?? -1] ?? -1) + 1;
    depths.push(depth);
    const withBelow = [deck, ...decks.filter((other) => isBelow(other.name, deck.name))];
    return {
      ...line(deck.name, { ...share.left, learning: learningIn(withBelow, '', input).length }),
      deck,
      depth,
      sections: deck.sections
        .filter((section) => isInStudy(withBelow, section, input))
        .map((section) => line(section, leftInSection(withBelow, section, input, held))),
    };
  });
  const all = input.doneToday.get('');
  const kinds = all ? Object.values(all.byKind) : [];
  const tallyOf = ({ deck }: DeckShare) => input.tallies.get(tallyKey(deck.id, ''));
  return {
    studyDay: input.today,
    total: line('', left),
    decks: lines,
    done: {
      answers: kinds.reduce((sum, kind) => sum + kind.answers, 0),
      recalled: kinds.reduce((sum, kind) => sum + kind.recalled, 0),
      minutes: kinds.reduce((sum, kind) => sum + kind.millis, 0) / MILLIS_PER_MINUTE,
    },
    isFirstRun: input.studiedDays.length === 0,
    streakDays: streak(input.studiedDays, input.today),
    forecast: weekAhead(input.today, shares, tallyOf, input.firstInterval).map((day) => ({
      ...day,
      minutes: minutesOf({ new: day.new, learning: 0, review: day.reviews }, pace),
    })),
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

/** The shares of `decks`, limits starting from the first ones, in whole decks ('') or a section. */
function sharesIn(
  decks: readonly Deck[],
  section: string,
  { today, presets, tallies, doneToday }: TodayInput,
  held: readonly HeldNote[],
): DeckShare[] {
  return sharesOf(
    decks.map((deck) => {
      const preset = presetOf(deck, presets);
      const tally = tallies.get(tallyKey(deck.id, section));
      const waiting = waitingIn({ deck, preset, section }, tally, today, held);
      return { deck, preset, waiting, done: countedByLimits(doneToday.get(deck.id)) };
    }),
  );
}

/** What studying a section of a deck and those below it asks for (QUEUE-10, QUEUE-13). */
function leftInSection(
  decks: readonly Deck[],
  section: string,
  input: TodayInput,
  held: readonly HeldNote[],
): KindCounts {
  const left = leftOf(sharesIn(decks, section, input, held));
  return { ...left, learning: learningIn(decks, section, input).length };
}

/** Whether a card of the section is in study, now or later. */
function isInStudy(decks: readonly Deck[], section: string, input: TodayInput): boolean {
  const hasCards = decks.some((deck) => {
    const tally = input.tallies.get(tallyKey(deck.id, section));
    const counts = tally ? [tally.newCards, tally.reviewCards] : [];
    return counts.flatMap((histogram) => Object.values(histogram)).some((count) => count > 0);
  });
  return hasCards || learningIn(decks, section, input).length > 0;
}

function learningIn(decks: readonly Deck[], section: string, input: TodayInput): readonly Card[] {
  return input.learning.filter(
    (card) => decks.some(({ id }) => id === card.deckId) && isInSection(card, section),
  );
}

function streak(studiedDays: readonly StudyDay[], today: StudyDay): number {
  const past = studiedDays.filter((day) => day <= today);
  const last = past[0] === today ? today : today - 1;
  const broken = past.findIndex((day, index) => day !== last - index);
  return broken === -1 ? past.length : broken;
}
